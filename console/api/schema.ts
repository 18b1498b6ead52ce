export interface paths {
    "/api/console/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in. */
        get: operations["readSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the answer sets the cookie of the session, or of its second step. */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom an invitation is for. */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/invitation/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose login and password, and sign in. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session. */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End all sessions of the account, this one too. */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sessions of the own account. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End one session of the own account. */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; all other sessions end. */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What firms can be filtered by. */
        post: operations["readFirmOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of the firms that a filter lets through. */
        post: operations["searchFirms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All firms that a filter lets through, with their contacts, as a sheet. */
        post: operations["exportFirms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that there is of a firm; names and numbers whole for operators. */
        post: operations["readFirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change or correct the official status of a firm, unless it changed since it was seen. */
        post: operations["changeStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a reminder to a firm would say, to how many, and why it does not go now. */
        post: operations["previewReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remind a firm now. */
        post: operations["remindFirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a note about a firm; it stays as it is. */
        post: operations["writeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A one-time code for a contact of a firm, shown this once; earlier ones end. */
        post: operations["inviteFirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/officer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name who looks after firms, one or many; all of them must be of the account’s cities. */
        post: operations["assignOfficer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may use the console. */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/accounts/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the role or the cities of an account, disable or enable it. */
        post: operations["changeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the office is set up, and whether everything is well. */
        get: operations["readSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change pack, city or announcements of a group, unless they changed since they were seen. */
        post: operations["changeGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/group/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have the bot leave a group. */
        post: operations["leaveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/keys/make": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret for a system that sends official events, shown this once. */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/keys/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take nothing any more that is signed with a secret. */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/webhooks/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a system told of changes; one of the same name gets the new address. */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/webhooks/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell a system no more; its log goes too. */
        post: operations["removeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The latest messages to a system. */
        post: operations["listDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/settings/webhooks/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send one message again, or all that failed. */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/audit/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the audit can be filtered by. */
        get: operations["readAuditOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of who did what, the latest first. */
        post: operations["searchAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All entries that a filter lets through, as a sheet. */
        post: operations["exportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How the season stands, of one city or of all that the account may see. */
        post: operations["readOverview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Views of the list of firms: built in, the account’s own, and the office’s within its cities. */
        get: operations["listFirmViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/views/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a view, or change one that is as it was read. Operators share with the office; what is shared is changed by its maker and by administrators. */
        post: operations["saveFirmView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/firms/views/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a view that is as it was read, by whoever may change it. */
        post: operations["removeFirmView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step of a sign-in; the answer sets the session’s cookie. */
        post: operations["sendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a code is asked for when the own account signs in. */
        get: operations["readTotp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/totp/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an authenticator, shown this once; nothing changes until a code confirms it. */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for codes from now on; all other sessions end. Recovery codes are shown this once. */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/totp/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other recovery codes, shown this once; former ones end. */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/totp/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the own account for no codes any more; all other sessions end. */
        post: operations["endTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/accounts/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask somebody else for no codes any more, whose phone is lost; their sessions end. */
        post: operations["resetTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/sign-in/telegram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a linked Telegram account; the answer sets the cookie of the session, or of its second step. */
        post: operations["signInByTelegram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/telegram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the own account can sign in with Telegram. */
        get: operations["readTelegram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/telegram/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the own account sign in with a Telegram account, instead of an earlier one. */
        post: operations["linkTelegram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/telegram/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** No longer let the own account sign in with Telegram. */
        post: operations["unlinkTelegram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packs, and the revisions of one. */
        post: operations["readKnowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/revision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Facts and answers of a revision, with what is wrong with it. */
        post: operations["readRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What differs between two revisions. */
        post: operations["compareRevisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What revisions answer to a question, and why. */
        post: operations["tryQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What edits would make of the answers, and what is wrong with them; nothing is saved. */
        post: operations["previewEdits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save edits as a new draft. */
        post: operations["saveEdits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save the files of a pack as a new draft. */
        post: operations["importPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/take-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new draft that says what an older revision says. */
        post: operations["takeUpRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new draft with what a new version of the program changed in its own files. */
        post: operations["mergeShipped"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which questions would be answered otherwise; starts it, and says how far it is. */
        post: operations["evaluateRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/knowledge/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer everybody from a revision. For administrators who see all cities. */
        post: operations["publishRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions that were not answered, without personal data, and the answers in use. */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/questions/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question; whoever asked it is told. */
        post: operations["answerQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/questions/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a question without an answer. */
        post: operations["dismissQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/questions/to-faq": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a way of asking to an answer of the draft. */
        post: operations["addQuestionToFaq"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/questions/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an answer of the office out of use. */
        post: operations["revokeAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One page of the tickets of a box, and how many each box has. */
        post: operations["searchTickets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which tickets changed, as it happens; resumes after `Last-Event-ID`. */
        get: operations["watchTickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ticket’s conversation, and where its asker’s firms stand. */
        post: operations["readTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to the asker. */
        post: operations["replyToTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A note among staff. */
        post: operations["noteOnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a ticket; its asker is told. */
        post: operations["closeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a closed ticket again. */
        post: operations["reopenTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a ticket, give it to somebody or to nobody. */
        post: operations["assignTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the bot would say, with where it is from. */
        post: operations["suggestAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/tickets/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an answer for whoever asks the same. */
        post: operations["keepTicketAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Words that the office keeps to answer with. */
        get: operations["listCannedReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/canned-replies/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add such words, or change them. */
        post: operations["saveCannedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/canned-replies/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove such words. */
        post: operations["removeCannedReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns of the office’s own pack, the latest first; those that are within the account’s cities. */
        get: operations["listCampaigns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a campaign would write to, whom not and why, and what they would read. Nobody is written to. */
        post: operations["previewCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start what the same account previewed, for the firms that were shown. Once, however often it is asked. */
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far a campaign is. */
        post: operations["readCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of each firm, a page at a time. */
        post: operations["listRecipients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/steer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a campaign, let it go on, or stop it for good. */
        post: operations["steerCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/campaigns/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of each firm, as a sheet. */
        post: operations["exportCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of approved lists, the latest first: one’s own, and those within the account’s cities. */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an approved list holds, and what is wrong with it. Nothing is written. */
        post: operations["checkImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rows of a list that have errors, with the reasons, as a sheet to correct. */
        post: operations["exportRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the good rows of a list. Goes on after the answer; the same ID twice is one import. */
        post: operations["applyImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How far an import is. */
        post: operations["readImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/undo/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What undoing the last import would do, firm by firm, and what it leaves alone and why. Writes nothing. */
        post: operations["previewImportUndo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/console/v1/imports/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the last import where nothing happened since. Goes on after the answer; asked for again it goes on with the rest. */
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SessionState: {
            /** @description Everything is fictional. */
            trial: boolean;
            /** @description Null for somebody who is not signed in. */
            me: components["schemas"]["Me"] | null;
            /** @description Null where no bot is connected. */
            telegramBotId: number | null;
        };
        Me: {
            staffId: string;
            name: string;
            login: string;
            role: components["schemas"]["Role"];
            /** @description Only firms of these cities; null: of all. */
            cities: string[] | null;
        };
        /** @enum {string} */
        Role: "viewer" | "operator" | "admin";
        SignIn: {
            login: string;
            password: string;
        };
        SignInAnswer: {
            /** @description Null: the code of the second step is awaited. */
            me: components["schemas"]["Me"] | null;
        };
        InvitationToken: {
            token: string;
        };
        InvitationState: {
            name: string;
            login: string | null;
        };
        AcceptInvitation: {
            token: string;
            name: string;
            login: string;
            password: string;
        };
        Nothing: Record<string, never>;
        SessionList: {
            sessions: components["schemas"]["Session"][];
        };
        Session: {
            id: string;
            browser: string | null;
            current: boolean;
            /** @description ISO 8601, UTC. */
            createdAt: string;
            /** @description ISO 8601, UTC. */
            seenAt: string;
            /** @description ISO 8601, UTC. */
            expiresAt: string;
        };
        SessionId: {
            id: string;
        };
        ChangePassword: {
            current: string;
            next: string;
        };
        PackChoice: {
            /** @description Null: the office’s own. */
            packId: string | null;
        };
        FirmOptions: {
            packId: string;
            packs: components["schemas"]["Choice"][];
            cities: string[];
            statuses: components["schemas"]["Choice"][];
            steps: components["schemas"]["Choice"][];
            officers: components["schemas"]["Officer"][];
        };
        Choice: {
            value: string;
            zh: string;
            en: string;
        };
        Officer: {
            staffId: string;
            name: string;
        };
        FirmSearch: {
            packId: string;
            /** @description Part of name, pinyin initials, code; for operators of a contact too. */
            text: string;
            city: string | null;
            officialStatus: ("invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired") | null;
            reportedStep: ("realNameVerified" | "opened" | "contactFilled" | "documentsRead" | "confirmed" | "sealed" | "agreementSigned" | "dataAuthorised" | "submitted" | "none") | null;
            /** @description `none`: nobody is named. */
            officerId: string | null;
            unchangedDays: number | null;
            reachable: boolean | null;
            /** @enum {string} */
            order: "name" | "city" | "officialStatus" | "reportedStep" | "changedAt";
            descending: boolean;
            page: number;
            pageSize: number;
        };
        FirmPage: {
            total: number;
            firms: components["schemas"]["FirmLine"][];
        };
        FirmLine: {
            uscc: string;
            name: string;
            city: string;
            listed: boolean;
            officialStatus: components["schemas"]["Words"] | null;
            reportedStep: components["schemas"]["Words"] | null;
            /** @description ISO 8601, UTC. */
            changedAt: string | null;
            officerId: string | null;
            officer: string | null;
            reachable: boolean;
        };
        Words: {
            zh: string;
            en: string;
        };
        FirmFilter: {
            packId: string;
            /** @description Part of name, pinyin initials, code; for operators of a contact too. */
            text: string;
            city: string | null;
            officialStatus: ("invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired") | null;
            reportedStep: ("realNameVerified" | "opened" | "contactFilled" | "documentsRead" | "confirmed" | "sealed" | "agreementSigned" | "dataAuthorised" | "submitted" | "none") | null;
            /** @description `none`: nobody is named. */
            officerId: string | null;
            unchangedDays: number | null;
            reachable: boolean | null;
            /** @enum {string} */
            order: "name" | "city" | "officialStatus" | "reportedStep" | "changedAt";
            descending: boolean;
            /** @description These alone, as they were selected. */
            usccs?: string[];
        };
        FirmChoice: {
            packId: string | null;
            uscc: string;
        };
        FirmDetail: {
            uscc: string;
            name: string;
            city: string;
            listed: boolean;
            packId: string;
            /** @description Names and numbers are not shown whole. */
            masked: boolean;
            contactName: string | null;
            contactPhone: string | null;
            exports: components["schemas"]["Words"] | null;
            exportYear: number | null;
            officerId: string | null;
            officer: string | null;
            formerly: components["schemas"]["Formerly"];
            enrollment: components["schemas"]["FirmEnrollment"];
            eligibility: components["schemas"]["FirmEligibility"];
            timeline: components["schemas"]["TimelineLine"][];
            /** @description What its official status may become. Null for viewers and where it is not followed. */
            deciding: components["schemas"]["FirmDeciding"] | null;
            /** @description In the Temporal UI; null where no address is known. */
            workflowUrl: string | null;
            contacts: components["schemas"]["FirmContact"][];
            notifications: components["schemas"]["FirmNotification"][];
        };
        Formerly: {
            names: string[];
            codes: string[];
        };
        /** @description Null where it is not followed. */
        FirmEnrollment: {
            status: components["schemas"]["Words"];
            /** @description ISO 8601, UTC. */
            since: string | null;
            reason: string | null;
            step: components["schemas"]["Words"] | null;
            /** @description ISO 8601, UTC. */
            reportedAt: string | null;
            /** @description ISO 8601, UTC. */
            nextReminderAt: string | null;
            /** @description ISO 8601, UTC. */
            snoozedUntil: string | null;
            /** @description ISO 8601, UTC. */
            lastReminderAt: string | null;
            unanswered: number;
        } | null;
        /** @description Null for a pack that is not served. */
        FirmEligibility: {
            verdict: components["schemas"]["Words"];
            reasons: components["schemas"]["Words"][];
            source: components["schemas"]["Words"];
        } | null;
        TimelineLine: {
            key: string;
            at: string;
            who: components["schemas"]["Words"];
            from: components["schemas"]["Words"];
            what: components["schemas"]["Words"];
        };
        FirmDeciding: {
            basedOn: string;
            /** @description Number of the last entry of the timeline. */
            seen: number;
            choices: components["schemas"]["OfficialChoice"][];
            /** @description People who would be told. */
            contacts: number;
        };
        OfficialChoice: {
            /** @enum {string} */
            status: "invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired";
            name: components["schemas"]["Words"];
            needsReason: boolean;
            /** @description Why it cannot become this; null where it can. */
            refusal: components["schemas"]["Words"] | null;
        };
        FirmContact: {
            channels: components["schemas"]["ContactChannel"][];
            since: string;
            by: components["schemas"]["Words"];
            primary: boolean;
            remindersStopped: boolean;
        };
        ContactChannel: {
            name: components["schemas"]["Words"];
            blocked: boolean;
        };
        FirmNotification: {
            at: string;
            kind: components["schemas"]["Words"];
            channel: components["schemas"]["Words"];
            state: components["schemas"]["Words"];
        };
        ChangeStatus: {
            packId: string | null;
            uscc: string;
            requestId: string;
            /** @enum {string} */
            status: "invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired";
            reason: string;
            /** @description Mends a status that was entered wrongly. */
            correction: boolean;
            /** @description `FirmDeciding.basedOn` of what was seen. */
            basedOn: string;
            /** @description `FirmDeciding.seen` of what was seen. */
            seen: number;
        };
        StatusChanged: {
            /** @enum {string} */
            outcome: "applied" | "alreadyApplied" | "refused" | "changedMeanwhile" | "unavailable";
            words: components["schemas"]["Words"];
            /** @description For `changedMeanwhile`: what happened since, the latest first. */
            meanwhile: components["schemas"]["TimelineLine"][];
        };
        ReminderFor: {
            packId: string | null;
            uscc: string;
        };
        ReminderPreview: {
            /** @description As the reader sees it, in the reader’s language. */
            paragraphs: string[];
            buttons: string[];
            recipients: number;
            /** @description Why it does not go now; null when it does. */
            skip: components["schemas"]["Words"] | null;
            /** @description When it may be sent again; ISO 8601, UTC. */
            quietUntil: string | null;
        };
        Reminded: {
            /** @description It went out, or will with others. */
            sent: boolean;
            words: components["schemas"]["Words"];
        };
        WriteNote: {
            packId: string | null;
            uscc: string;
            requestId: string;
            text: string;
        };
        FirmInvitation: {
            code: string;
            expiresAt: string;
            links: components["schemas"]["InvitationLink"][];
        };
        /** @description `local`: opens on the server’s machine only. */
        InvitationLink: {
            channel: components["schemas"]["Words"];
            url: string;
            local: boolean;
        };
        AssignOfficer: {
            packId: string | null;
            /** @description Null: whoever has the city. */
            staffId: string | null;
            firms: components["schemas"]["FirmOfOfficer"][];
        };
        FirmOfOfficer: {
            uscc: string;
            /** @description Who was named, as it was seen. */
            was: string | null;
        };
        OfficerAssigned: {
            assigned: number;
            /** @description Names of firms that had another officer by then. */
            changedMeanwhile: string[];
        };
        AccountList: {
            /** @description Those of the packs. */
            knownCities: string[];
            accounts: components["schemas"]["Account"][];
        };
        Account: {
            staffId: string;
            name: string;
            login: string | null;
            role: components["schemas"]["Role"];
            /** @description Only firms of these cities; null: of all. */
            cities: string[] | null;
            disabled: boolean;
            totp: boolean;
        };
        ChangeAccount: {
            staffId: string;
            role?: components["schemas"]["Role"];
            /** @description Only firms of these cities; null: of all. */
            cities?: string[] | null;
            disabled?: boolean;
        };
        OfficeSettings: {
            health: components["schemas"]["PartHealth"][];
            cadence: components["schemas"]["OfficeCadence"];
            calendar: components["schemas"]["OfficeCalendar"];
            groups: components["schemas"]["OfficeGroup"][];
            packs: components["schemas"]["PackOfGroups"][];
            /** @description Of systems that may send official events. */
            apiKeys: components["schemas"]["ApiKey"][];
            webhooks: components["schemas"]["WebhookEndpoint"][];
        };
        PartHealth: {
            part: components["schemas"]["Words"];
            ok: boolean;
            detail: string;
            advice: components["schemas"]["Words"] | null;
        };
        /** @description Of the office’s own pack, which alone says so. */
        OfficeCadence: {
            packTitle: components["schemas"]["Words"];
            facts: components["schemas"]["SettingFact"][];
            source: components["schemas"]["Words"];
        };
        SettingFact: {
            name: components["schemas"]["Words"];
            value: components["schemas"]["Words"];
        };
        /** @description Of this year and the next. */
        OfficeCalendar: {
            known: number[];
            missing: number[];
        };
        OfficeGroup: {
            channel: string;
            chatId: string;
            channelName: components["schemas"]["Words"];
            /** @description Null: the office’s own. */
            packId: string | null;
            city: string | null;
            announcements: boolean;
            /** @description Why the bot cannot leave it from here; null: it can. */
            stays: components["schemas"]["Words"] | null;
        };
        PackOfGroups: {
            id: string;
            title: components["schemas"]["Words"];
            cities: string[];
        };
        ApiKey: {
            id: string;
            name: string;
            /** @description ISO 8601, UTC; null: made outside of the console. */
            createdAt: string | null;
            /** @description Day in Shanghai. */
            lastUsedOn: string | null;
            /** @description ISO 8601, UTC. */
            revokedAt: string | null;
            /** @enum {string} */
            state: "on" | "notYet" | "revoked";
            stateName: components["schemas"]["Words"];
        };
        WebhookEndpoint: {
            name: string;
            url: string;
            state: components["schemas"]["Words"];
            waiting: number;
            delivered: number;
            failed: number;
            cancelled: number;
        };
        ChangeGroup: {
            channel: string;
            chatId: string;
            /** @description As they stood when the change was decided on. */
            seen: {
                packId: string | null;
                city: string | null;
                announcements: boolean;
            };
            /** @description Only what is to be different. */
            change: {
                packId?: string | null;
                city?: string | null;
                announcements?: boolean;
            };
        };
        LeaveGroup: {
            channel: string;
            chatId: string;
        };
        MakeApiKey: {
            name: string;
        };
        ApiKeyMade: {
            id: string;
            /** @description Its line in the settings, shown this once. */
            setting: string;
        };
        ApiKeyId: {
            id: string;
        };
        AddWebhook: {
            name: string;
            url: string;
        };
        WebhookAdded: {
            /** @description Shown this once, for the settings; null where they have one. */
            secret: string | null;
        };
        WebhookName: {
            name: string;
        };
        DeliveriesOf: {
            name: string;
            state: ("waiting" | "delivered" | "failed" | "cancelled") | null;
        };
        Deliveries: {
            deliveries: components["schemas"]["Delivery"][];
        };
        Delivery: {
            messageId: string;
            enrollmentId: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed" | "cancelled";
            stateName: components["schemas"]["Words"];
            attempts: number;
            answer: components["schemas"]["Words"];
            /** @description ISO 8601, UTC. */
            nextAttemptAt: string | null;
            /** @description ISO 8601, UTC. */
            deliveredAt: string | null;
        };
        Redeliver: {
            name: string;
            /** @description Null: all that failed. */
            messageId: string | null;
        };
        Redelivered: {
            count: number;
        };
        AuditOptions: {
            actors: components["schemas"]["Choice"][];
            actions: string[];
        };
        AuditSearch: {
            actor: string | null;
            /** @description What it begins with. */
            action: string | null;
            /** @description Part of it; a firm’s code finds its enrollments too. */
            target: string | null;
            /** @description `YYYY-MM-DD` in Shanghai. */
            from: string | null;
            /** @description The last day of it. */
            to: string | null;
            page: number;
            pageSize: number;
        };
        AuditPage: {
            total: number;
            entries: components["schemas"]["AuditEntry"][];
        };
        AuditEntry: {
            id: number;
            at: string;
            actor: string;
            action: string;
            target: string;
            outcome: string;
            detail: string | null;
        };
        AuditFilter: {
            actor: string | null;
            /** @description What it begins with. */
            action: string | null;
            /** @description Part of it; a firm’s code finds its enrollments too. */
            target: string | null;
            /** @description `YYYY-MM-DD` in Shanghai. */
            from: string | null;
            /** @description The last day of it. */
            to: string | null;
        };
        ReadOverview: {
            city: string | null;
            days: number;
        };
        Overview: {
            /** @description ISO 8601, UTC. */
            at: string;
            /** @description `YYYY-MM-DD` in Shanghai. */
            from: string;
            /** @description Those that the account may ask for. */
            cities: string[];
            stages: components["schemas"]["OverviewStage"][];
            /** @description Firms that left the way: returned, declined, lapsed, terminated, expired. */
            aside: {
                label: components["schemas"]["Label"];
                count: number;
            }[];
            total: number;
            byCity: components["schemas"]["CityStanding"][];
            /** @description Questions on the policy; `useless` are answered ones that their asker found so. */
            questions: {
                total: {
                    answered: number;
                    handedOff: number;
                    useless: number;
                };
                byDay: components["schemas"]["QuestionsOfDay"][];
                byCity: components["schemas"]["QuestionsOfCity"][];
            };
            submissions: components["schemas"]["DayOfSubmissions"][];
            deadline: {
                /** @description `YYYY-MM-DD` in Shanghai. */
                date: string;
                workingDaysLeft: number;
            } | null;
            /** @description Reminders that went out, and after how many the firm did something within `days`. */
            reminders: {
                sent: number;
                followed: number;
                submitted: number;
                pending: number;
                days: number;
            };
        };
        OverviewStage: {
            label: components["schemas"]["Label"];
            /** @description False: the firm’s own word. */
            official: boolean;
            /** @description Firms whose furthest place this is. */
            here: number;
            /** @description Firms that came this far or further. */
            reached: number;
        };
        Label: {
            zh: string;
            en: string;
        };
        /** @description Submitted: by the firm’s own word or officially. */
        CityStanding: {
            city: string;
            total: number;
            submitted: number;
        };
        QuestionsOfDay: {
            answered: number;
            handedOff: number;
            useless: number;
            /** @description `YYYY-MM-DD` in Shanghai. */
            date: string;
        };
        QuestionsOfCity: {
            answered: number;
            handedOff: number;
            useless: number;
            /** @description Null: not known. */
            city: string | null;
        };
        DayOfSubmissions: {
            /** @description `YYYY-MM-DD` in Shanghai. */
            date: string;
            count: number;
            soFar: number;
        };
        FirmViews: {
            mayShare: boolean;
            builtIn: components["schemas"]["BuiltInFirmView"][];
            /** @description By name. */
            kept: components["schemas"]["FirmView"][];
        };
        BuiltInFirmView: {
            /** @enum {string} */
            code: "mine" | "stuckAtSealing" | "toVerify" | "returned" | "silent" | "withoutContact";
            name: components["schemas"]["Words"];
            query: components["schemas"]["FirmViewQuery"];
        };
        FirmViewQuery: {
            /** @description Null: the office’s own. */
            packId: string | null;
            /** @description Part of name, pinyin initials, code; for operators of a contact too. */
            text: string;
            city: string | null;
            officialStatus: ("invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired") | null;
            reportedStep: ("realNameVerified" | "opened" | "contactFilled" | "documentsRead" | "confirmed" | "sealed" | "agreementSigned" | "dataAuthorised" | "submitted" | "none") | null;
            /** @description `none`: nobody is named. */
            officerId: string | null;
            unchangedDays: number | null;
            reachable: boolean | null;
            /** @enum {string} */
            order: "name" | "city" | "officialStatus" | "reportedStep" | "changedAt";
            descending: boolean;
        };
        FirmView: {
            id: number;
            version: number;
            name: string;
            query: components["schemas"]["FirmViewQuery"];
            /** @description With the office; else the account’s own. */
            shared: boolean;
            mine: boolean;
            /** @description Null: somebody who is no longer here. */
            madeBy: string | null;
            mayChange: boolean;
        };
        SaveFirmView: {
            /** @description As it was read; null: a new one. */
            known: {
                id: number;
                version: number;
            } | null;
            name: string;
            shared: boolean;
            query: components["schemas"]["FirmViewQuery"];
        };
        SavedFirmView: {
            id: number;
        };
        RemoveFirmView: {
            id: number;
            version: number;
        };
        SignInCode: {
            /** @description Of the authenticator, or a recovery code. */
            code: string;
        };
        TotpState: {
            on: boolean;
            /** @description How many are left. */
            recoveryCodes: number;
        };
        BeginTotp: {
            password: string;
        };
        TotpKey: {
            /** @description Base32. */
            secret: string;
            uri: string;
        };
        RecoveryCodes: {
            recoveryCodes: string[];
        };
        PasswordAndCode: {
            password: string;
            /** @description Of the authenticator, or a recovery code. */
            code: string;
        };
        ResetTotp: {
            staffId: string;
        };
        TelegramSignIn: {
            data: components["schemas"]["TelegramLoginData"];
        };
        /** @description What Telegram’s login gave to the page, as it is. */
        TelegramLoginData: {
            [key: string]: string | number;
        };
        TelegramState: {
            linked: boolean;
        };
        LinkTelegram: {
            password: string;
            data: components["schemas"]["TelegramLoginData"];
        };
        ReadKnowledge: {
            packId: string | null;
        };
        Knowledge: {
            packId: string;
            packs: {
                id: string;
                zh: string;
                en: string;
            }[];
            /** @description A revision; 0: what the program ships. */
            published: number;
            draft: number | null;
            /** @description A revision; 0: what the program ships. */
            base: number;
            turn: number;
            shippedChanged: boolean;
            /** @enum {string} */
            shippedState: "served" | "was";
            revisions: components["schemas"]["PackRevision"][];
            publications: components["schemas"]["PackPublication"][];
            mayPublish: boolean;
        };
        PackRevision: {
            /** @description A revision; 0: what the program ships. */
            number: number;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            reason: string;
            by: string;
            /** @description ISO 8601, UTC. */
            at: string;
            /** @enum {string} */
            kind: "edit" | "import" | "rollback" | "merge";
            /** @enum {string} */
            state: "served" | "draft" | "was" | "unused";
        };
        PackPublication: {
            /** @description A revision; 0: what the program ships. */
            number: number;
            by: string;
            /** @description ISO 8601, UTC. */
            at: string;
            reason: string;
            forced: boolean;
        };
        ReadRevision: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            number: number;
        };
        RevisionContent: {
            /** @description A revision; 0: what the program ships. */
            number: number;
            /** @description As the pack’s files hold it. */
            content: unknown;
            issues: components["schemas"]["PackIssue"][];
            /** @description JSON schema of a pack. */
            schema: unknown;
            groups: {
                name: string;
                zh: string;
                en: string;
            }[];
            topics: {
                topic: string;
                core: boolean;
                zh: string;
                en: string;
            }[];
            /** @description What an answer may take from the facts. */
            facts: {
                placeholder: string;
                zh: string;
                en: string;
            }[];
        };
        PackIssue: {
            zh: string;
            en: string;
            /** @description Where in the pack; of an answer, below its entry. */
            path: string;
            /** @description Of the answer that it is in. */
            topic: string | null;
        };
        CompareRevisions: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            from: number;
            /** @description A revision; 0: what the program ships. */
            to: number;
        };
        RevisionDifferences: {
            differences: {
                zh: string;
                en: string;
            }[];
        };
        TryQuestion: {
            packId: string;
            numbers: number[];
            question: string;
        };
        TriedAnswers: {
            answers: (components["schemas"]["TriedAnswer"] | null)[];
        };
        TriedAnswer: {
            /** @description A revision; 0: what the program ships. */
            number: number;
            outcome: string;
            outcomeName: {
                zh: string;
                en: string;
            };
            topic: {
                zh: string;
                en: string;
            } | null;
            confidence: number;
            text: string;
            citations: string[];
            pack: string;
            parts: {
                read: string;
                /** @description Best first. */
                candidates: {
                    id: string;
                    score: number;
                    because: string[];
                    zh: string;
                    en: string;
                }[];
            }[];
        };
        PreviewEdits: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            groups: {
                [key: string]: unknown;
            };
            faq: unknown[];
            removed: string[];
        };
        EditsPreview: {
            issues: components["schemas"]["PackIssue"][];
            answers: components["schemas"]["PreviewedAnswer"][];
        };
        PreviewedAnswer: {
            topic: string;
            zh: {
                text: string;
                citations: string[];
            };
            en: {
                text: string;
                citations: string[];
            };
        };
        SaveEdits: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            reason: string;
            groups: {
                [key: string]: unknown;
            };
            faq: unknown[];
            removed: string[];
        };
        SavedDraft: {
            /** @description The new draft; null where it was refused. */
            number: number | null;
            refusal: {
                code: string;
                zh: string;
                en: string;
            } | null;
            issues: components["schemas"]["PackIssue"][];
            conflicts: string[];
            /** @description What others changed, where that is why it was refused. */
            since: {
                zh: string;
                en: string;
            }[];
        };
        ImportPack: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            reason: string;
            /** @description As the pack’s files hold it. */
            pack: unknown;
            /** @description As the pack’s files hold it. */
            faq: unknown;
        };
        TakeUpRevision: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            /** @description A revision; 0: what the program ships. */
            number: number;
            reason: string;
        };
        MergeShipped: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            reason: string;
        };
        EvaluateRevision: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            number: number;
            /** @default true */
            start: boolean;
        };
        Evaluation: {
            /** @enum {string} */
            state: "none" | "running" | "done" | "failed";
            done: number;
            total: number;
            /** @description A revision; 0: what the program ships. */
            from: number;
            result: {
                questions: number;
                right: {
                    before: number;
                    after: number;
                };
                changedCount: number;
                changed: components["schemas"]["ChangedAnswer"][];
                reworded: components["schemas"]["RewordedAnswers"][];
                gate: {
                    holds: boolean;
                    worse: number;
                    lost: number;
                    mostLost: number;
                };
            } | null;
        };
        ChangedAnswer: {
            question: string;
            /** @enum {string} */
            verdict: "worse" | "lost" | "better" | "other";
            before: {
                name: {
                    zh: string;
                    en: string;
                };
                text: string;
            } | null;
            after: {
                name: {
                    zh: string;
                    en: string;
                };
                text: string;
            } | null;
        };
        RewordedAnswers: {
            of: {
                zh: string;
                en: string;
            };
            count: number;
            questions: string[];
            before: string;
            after: string;
        };
        PublishRevision: {
            packId: string;
            /** @description A revision; 0: what the program ships. */
            number: number;
            turn: number;
            reason: string;
            force: boolean;
        };
        PublishedRevision: {
            published: boolean;
            refusal: {
                code: string;
                zh: string;
                en: string;
            } | null;
            issues: components["schemas"]["PackIssue"][];
        };
        QuestionQueue: {
            open: components["schemas"]["OpenQuestion"][];
            kept: components["schemas"]["KeptAnswer"][];
        };
        OpenQuestion: {
            id: number;
            text: string;
            count: number;
            /** @enum {string} */
            locale: "zh-CN" | "en";
            /** @description ISO 8601, UTC. */
            lastAskedAt: string;
            outcome: {
                zh: string;
                en: string;
            };
            /** @description Answered, and found of no use. */
            useless: boolean;
            otherPack: string | null;
        };
        KeptAnswer: {
            id: number;
            text: string;
            questions: string[];
            by: string;
            /** @description ISO 8601, UTC. */
            at: string;
        };
        AnswerQuestion: {
            id: number;
            text: string;
            keep: boolean;
        };
        QuestionAnswered: {
            refusal: {
                code: string;
                zh: string;
                en: string;
            } | null;
            toTell: number;
            unreachable: number;
        };
        QuestionId: {
            id: number;
        };
        QuestionClosed: {
            done: boolean;
        };
        QuestionToFaq: {
            id: number;
            packId: string;
            /** @description A revision; 0: what the program ships. */
            basedOn: number;
            topic: string;
            question: string;
        };
        TicketSearch: {
            /** @enum {string} */
            box: "waiting" | "open" | "mine" | "closed";
            /** @description `none`: of askers linked to no firm; null: all. */
            city: string | null;
            page: number;
            pageSize: number;
        };
        TicketPage: {
            counts: components["schemas"]["TicketCounts"];
            tickets: components["schemas"]["TicketLine"][];
        };
        TicketCounts: {
            waiting: number;
            open: number;
            mine: number;
            closed: number;
        };
        TicketLine: {
            id: number;
            /** @enum {string} */
            state: "open" | "waitingStaff" | "waitingAsker" | "closed";
            stateWords: components["schemas"]["Words"];
            channel: components["schemas"]["Words"];
            inGroup: boolean;
            openedAt: string;
            /** @description ISO 8601, UTC. */
            waitingSince: string | null;
            waitedMinutes: number | null;
            holder: components["schemas"]["TicketHolder"] | null;
            first: string;
            last: string;
            /** @description ISO 8601, UTC. */
            lastAt: string | null;
            lastBy: ("asker" | "staff" | "system") | null;
            /** @description What the asker wrote since the reader looked. */
            unread: number;
            /** @description Names of those that the account may see. */
            firms: string[];
        };
        TicketHolder: {
            staffId: string;
            name: string;
        };
        TicketChoice: {
            id: number;
        };
        TicketDetail: {
            id: number;
            /** @enum {string} */
            state: "open" | "waitingStaff" | "waitingAsker" | "closed";
            stateWords: components["schemas"]["Words"];
            channel: components["schemas"]["Words"];
            inGroup: boolean;
            packId: string;
            openedAt: string;
            /** @description ISO 8601, UTC. */
            waitingSince: string | null;
            /** @description ISO 8601, UTC. */
            closedAt: string | null;
            rating: number | null;
            /** @description Names and numbers are not shown whole. */
            masked: boolean;
            holder: components["schemas"]["TicketHolder"] | null;
            /** @enum {string} */
            destination: "private" | "group" | "nowhere";
            destinationWords: components["schemas"]["Words"];
            entries: components["schemas"]["TicketEntry"][];
            seen: components["schemas"]["ConversationMark"];
            firms: components["schemas"]["TicketFirm"][];
            /** @description Firms of the asker that the account may not see. */
            otherFirms: number;
            /** @description Whom it can be assigned to. */
            staff: components["schemas"]["TicketHolder"][];
        };
        TicketEntry: {
            id: number;
            at: string;
            /** @enum {string} */
            author: "asker" | "staff" | "system";
            kind: string;
            by: string | null;
            text: string;
            /** @description Of what happened, and was not said. */
            what: components["schemas"]["Words"] | null;
            edited: boolean;
            fate: components["schemas"]["TicketFate"];
        };
        /** @description Whether it reached the asker; null: it was not for them. */
        TicketFate: {
            /** @enum {string} */
            state: "waiting" | "sent" | "failed" | "unknown" | "skipped";
            words: components["schemas"]["Words"];
            reason: components["schemas"]["Words"] | null;
        } | null;
        /** @description How much of the conversation was in front of somebody. */
        ConversationMark: {
            messageId: number;
            editedAt: string | null;
        };
        TicketFirm: {
            uscc: string;
            name: string;
            city: string;
            status: components["schemas"]["Words"] | null;
            step: components["schemas"]["Words"] | null;
            /** @description ISO 8601, UTC. */
            nextReminderAt: string | null;
            eligibility: components["schemas"]["TicketEligibility"];
        };
        TicketEligibility: {
            verdict: components["schemas"]["Words"];
            reasons: components["schemas"]["Words"][];
        } | null;
        TicketReply: {
            id: number;
            key: string;
            text: string;
            seen: components["schemas"]["ConversationMark"];
            /**
             * @description Where it was said to go.
             * @enum {string}
             */
            destination: "private" | "group";
        };
        TicketNote: {
            id: number;
            key: string;
            text: string;
        };
        TicketClose: {
            id: number;
            key: string;
            seen: components["schemas"]["ConversationMark"];
        };
        TicketReopen: {
            id: number;
            key: string;
        };
        TicketAssign: {
            id: number;
            /** @description Null: nobody in particular. */
            staffId: string | null;
            /** @description Who had it when the page was read. */
            from: string | null;
        };
        SuggestedAnswer: {
            suggestion: components["schemas"]["Suggestion"];
        };
        /** @description Null: the bot does not know either. */
        Suggestion: {
            question: string;
            text: string;
            sources: string[];
        } | null;
        KeepTicketAnswer: {
            id: number;
            question: string;
            text: string;
        };
        TicketAnswerKept: {
            answerId: number;
        };
        CannedReplies: {
            replies: components["schemas"]["CannedReply"][];
        };
        CannedReply: {
            id: number;
            version: number;
            title: string;
            text: string;
        };
        SaveCannedReply: {
            known: components["schemas"]["KnownCannedReply"];
            title: string;
            text: string;
        };
        /** @description The one that is changed; null: a new one. */
        KnownCannedReply: {
            id: number;
            version: number;
        } | null;
        RemoveCannedReply: {
            id: number;
            version: number;
        };
        CampaignList: {
            campaigns: components["schemas"]["CampaignLine"][];
        };
        CampaignLine: {
            id: string;
            /** @enum {string} */
            kind: "reminder" | "announcement";
            kindWords: components["schemas"]["CampaignWords"];
            state: string;
            stateWords: components["schemas"]["CampaignWords"];
            scope: components["schemas"]["CampaignWords"];
            /** @description Null: from the command line. */
            requestedBy: string | null;
            /** @description ISO 8601, UTC. */
            createdAt: string | null;
            /** @description ISO 8601, UTC. */
            startAt: string | null;
            /** @description ISO 8601, UTC. */
            startedAt: string | null;
            /** @description ISO 8601, UTC. */
            endedAt: string | null;
            ended: boolean;
            total: number;
            done: number;
            sent: number;
            /** @description What the account may do with it now. */
            may: ("pause" | "resume" | "cancel")[];
        };
        CampaignWords: {
            zh: string;
            en: string;
        };
        CampaignWish: {
            /** @enum {string} */
            kind: "reminder" | "announcement";
            text: {
                zh: string;
                en: string;
            } | null;
            city: string | null;
            officialStatus: ("invited" | "submitted" | "underReview" | "approved" | "inForce" | "renewalOpen" | "renewed" | "returned" | "declined" | "lapsed" | "terminated" | "expired") | null;
            reportedStep: ("realNameVerified" | "opened" | "contactFilled" | "documentsRead" | "confirmed" | "sealed" | "agreementSigned" | "dataAuthorised" | "submitted" | "none") | null;
            officerId: string | null;
            unchangedDays: number | null;
            reachable: boolean | null;
            /** @description As in the list of firms; who is found now is meant, and what was looked for is not kept. */
            search: string;
            /** @description These alone; null: any. */
            usccs: string[] | null;
            silentForDays: number | null;
            invitedForDays: number | null;
            notRemindedForDays: number | null;
            neverReached: boolean;
            /** @description `YYYY-MM-DDTHH:mm` in Shanghai; null: at once. */
            startAt: string | null;
            notWithinWorkingDays: number;
            perMinute: number | null;
            /** @description Null: as is usual here. */
            outsideHours: ("wait" | "skip") | null;
        };
        CampaignPreview: {
            id: string;
            /** @description Whom a confirmation of this is for. */
            audience: string;
            /** @description What it is for, read back. */
            lines: components["schemas"]["CampaignWords"][];
            /** @enum {string} */
            kind: "reminder" | "announcement";
            total: number;
            toWrite: number;
            recipients: number;
            scheduled: boolean;
            /** @description Firms that were selected or found; others than `total` are not followed or fit no more. */
            chosen: number | null;
            exclusions: {
                reason: components["schemas"]["CampaignWords"];
                count: number;
            }[];
            samples: components["schemas"]["CampaignSample"][];
            /** @description When, where that is not at once. */
            beginning: components["schemas"]["CampaignWords"][];
        };
        CampaignSample: {
            heading: components["schemas"]["CampaignWords"];
            paragraphs: string[];
            /** @description Rows of labels. */
            buttons: string[][];
            citation: string | null;
        };
        CampaignStart: {
            id: string;
            audience: string;
        };
        CampaignStarted: {
            /** @description Others would be written to than were shown: nothing was started. Null: started. */
            changed: components["schemas"]["CampaignPreview"] | null;
        };
        CampaignChoice: {
            id: string;
        };
        CampaignDetail: {
            id: string;
            /** @enum {string} */
            kind: "reminder" | "announcement";
            kindWords: components["schemas"]["CampaignWords"];
            state: string;
            stateWords: components["schemas"]["CampaignWords"];
            scope: components["schemas"]["CampaignWords"];
            /** @description Null: from the command line. */
            requestedBy: string | null;
            /** @description ISO 8601, UTC. */
            createdAt: string | null;
            /** @description ISO 8601, UTC. */
            startAt: string | null;
            /** @description ISO 8601, UTC. */
            startedAt: string | null;
            /** @description ISO 8601, UTC. */
            endedAt: string | null;
            ended: boolean;
            total: number;
            done: number;
            sent: number;
            /** @description What the account may do with it now. */
            may: ("pause" | "resume" | "cancel")[];
            lines: components["schemas"]["CampaignWords"][];
            /** @description The words of an announcement, by language. */
            text: string[];
            progress: components["schemas"]["CampaignWords"];
            tally: {
                /** @enum {string} */
                outcome: "sent" | "collected" | "skipped" | "failed" | "unknown" | "cancelled" | "open";
                words: components["schemas"]["CampaignWords"];
                count: number;
            }[];
            skips: {
                reason: components["schemas"]["CampaignWords"];
                count: number;
            }[];
        };
        CampaignRecipientsOf: {
            id: string;
            outcome: ("sent" | "collected" | "skipped" | "failed" | "unknown" | "cancelled" | "open") | null;
            page: number;
            pageSize: number;
        };
        CampaignRecipients: {
            total: number;
            recipients: components["schemas"]["CampaignRecipient"][];
        };
        CampaignRecipient: {
            uscc: string;
            name: string;
            city: string;
            outcome: components["schemas"]["CampaignWords"];
            /** @description ISO 8601, UTC. */
            at: string | null;
        };
        CampaignSteering: {
            id: string;
            /** @enum {string} */
            action: "pause" | "resume" | "cancel";
            /** @description Of one press of the button: a repeat changes nothing. */
            eventId: string;
        };
        FirmImports: {
            imports: components["schemas"]["FirmImport"][];
        };
        FirmImport: {
            id: string;
            fileName: string;
            fileHash: string;
            /** @description Null: from the command line. */
            by: string | null;
            /** @enum {string} */
            state: "running" | "cutOff" | "done";
            rowCount: number;
            accepted: number;
            rejected: number;
            written: number;
            created: number;
            changed: number;
            unchanged: number;
            /** @description Firms for which it was undone. */
            undone: number;
            /** @description Null: it is not the last import that changed something, or nothing of it is left. */
            undo: ("possible" | "running") | null;
            /** @description ISO 8601, UTC. */
            createdAt: string;
        };
        OfferedList: {
            fileName: string;
            /** @description The file, as Base64; 5 MB at most. */
            content: string;
            /** @description Null: as the header says. */
            unit: ("usd" | "wanUsd") | null;
            /** @description Of all rows; null: as a column says. */
            listed: boolean | null;
            /** @description What each column is; null: as the headers say. */
            fields: (("name" | "uscc" | "city" | "exportValue" | "contactName" | "contactPhone" | "listed") | null)[] | null;
        };
        CheckedList: {
            /** @description Why nothing of it can be imported as it stands. */
            problem: components["schemas"]["ImportWords"] | null;
            columns: {
                header: string;
                field: ("name" | "uscc" | "city" | "exportValue" | "contactName" | "contactPhone" | "listed") | null;
                examples: string[];
            }[];
            fieldNames: {
                /** @enum {string} */
                field: "name" | "uscc" | "city" | "exportValue" | "contactName" | "contactPhone" | "listed";
                words: components["schemas"]["ImportWords"];
            }[];
            unit: ("usd" | "wanUsd") | null;
            exportYear: number | null;
            rowCount: number;
            accepted: number;
            listed: number;
            rejected: number;
            known: number;
            /** @description The first ones. */
            issues: components["schemas"]["ImportIssue"][];
            issueCount: number;
            /** @description The first rows of the file, and the first of those with something wrong. */
            rows: {
                row: number;
                cells: string[];
            }[];
            notices: components["schemas"]["ImportWords"][];
        };
        ImportWords: {
            zh: string;
            en: string;
        };
        ImportIssue: {
            row: number;
            column: string;
            /** @description Which column of the file; null: none. */
            place: number | null;
            /** @enum {string} */
            severity: "error" | "warning";
            words: components["schemas"]["ImportWords"];
        };
        ImportList: {
            fileName: string;
            /** @description The file, as Base64; 5 MB at most. */
            content: string;
            /** @description Null: as the header says. */
            unit: ("usd" | "wanUsd") | null;
            /** @description Of all rows; null: as a column says. */
            listed: boolean | null;
            /** @description What each column is; null: as the headers say. */
            fields: (("name" | "uscc" | "city" | "exportValue" | "contactName" | "contactPhone" | "listed") | null)[] | null;
            /** @description Of one press of the button. */
            id: string;
        };
        FirmImportChoice: {
            id: string;
        };
        ImportUndoPreview: {
            /** @description Firms that are removed, taken off the list, or given their former values again. */
            toUndo: {
                remove: number;
                takeOff: number;
                restore: number;
            };
            /** @description Firms that are left as they are, because something happened since. */
            left: {
                reason: components["schemas"]["ImportWords"];
                count: number;
            }[];
            undone: number;
            /** @description The first of those that are undone, and of those that are left. None of other cities. */
            firms: {
                uscc: string;
                name: string;
                city: string;
                /** @description Null: it is left as it is. */
                undo: ("remove" | "takeOff" | "restore") | null;
                reason: components["schemas"]["ImportWords"] | null;
            }[];
        };
        Refusal: {
            error: {
                /** @enum {string} */
                code: "badRequest" | "notSignedIn" | "wrongLogin" | "forbidden" | "crossSite" | "notFound" | "loginTaken" | "ownAccount" | "lastAdmin" | "notFollowed" | "notListed" | "invitationGone" | "tooLarge" | "wrongType" | "wrongPassword" | "nameBad" | "noteBad" | "citiesMissing" | "webhookNameBad" | "webhookUrlBad" | "webhookInside" | "cityUnknown" | "groupChanged" | "apiKeyNameBad" | "groupStays" | "groupNotLeft" | "groupMaybeLeft" | "loginBad" | "passwordTooShort" | "passwordTooLong" | "passwordIsLogin" | "passwordCommon" | "tooManyTries" | "textMissing" | "answerNamesSomebody" | "answerTooLong" | "cannedChanged" | "ticketClosed" | "ticketNotClosed" | "ticketTooLate" | "ticketOtherOpen" | "ticketBusy" | "ticketNews" | "ticketHeld" | "ticketElsewhere" | "ticketNowhere" | "holderBlind" | "viewNameBad" | "viewTaken" | "viewChanged" | "viewsTooMany" | "viewSharesText" | "wrongCode" | "codeUsed" | "codesStopped" | "signInOver" | "totpUnreadable" | "telegramOff" | "telegramForged" | "telegramStale" | "telegramUnknown" | "telegramTaken" | "totpOn" | "totpOff" | "totpNotBegun" | "ownTotp" | "tooManyStreams" | "notPossible" | "engineUnavailable" | "engineSilent" | "campaignUnsure" | "campaignForNobody" | "campaignTooMany" | "campaignRepeated" | "campaignDecided" | "campaignCannot" | "importBusy" | "importOfNothing" | "importNotLast" | "internal";
                /** @description For people, in Chinese. */
                zh: string;
                /** @description The same in English. */
                en: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionState"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationState"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInvitation"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readFirmOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmOptions"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    searchFirms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmSearch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmPage"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportFirms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmFilter"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readFirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmDetail"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeStatus"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusChanged"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewReminder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderFor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPreview"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    remindFirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderFor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminded"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    writeNote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteNote"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    inviteFirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderFor"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmInvitation"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    assignOfficer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignOfficer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerAssigned"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeAccount"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSettings"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    changeGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeGroup"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    leaveGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveGroup"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeApiKey"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMade"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddWebhook"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAdded"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookName"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveriesOf"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deliveries"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Redeliver"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redelivered"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readAuditOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditOptions"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    searchAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditSearch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditFilter"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadOverview"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listFirmViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmViews"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveFirmView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveFirmView"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFirmView"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeFirmView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveFirmView"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    sendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpState"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginTotp"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpKey"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    endTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordAndCode"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    resetTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetTotp"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    signInByTelegram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TelegramSignIn"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readTelegram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramState"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    linkTelegram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkTelegram"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    unlinkTelegram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readKnowledge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadKnowledge"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Knowledge"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readRevision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadRevision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionContent"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    compareRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareRevisions"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionDifferences"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    tryQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedAnswers"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewEdits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewEdits"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditsPreview"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveEdits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveEdits"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    importPack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportPack"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    takeUpRevision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeUpRevision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    mergeShipped: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeShipped"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    evaluateRevision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateRevision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    publishRevision: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishRevision"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedRevision"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionQueue"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    answerQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerQuestion"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionAnswered"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    dismissQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionClosed"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    addQuestionToFaq: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionToFaq"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedDraft"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    revokeAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionId"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionClosed"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    searchTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketSearch"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    watchTickets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketDetail"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    replyToTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    noteOnTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketNote"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    closeTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketClose"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    reopenTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketReopen"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    assignTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketAssign"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    suggestAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TicketChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestedAnswer"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    keepTicketAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeepTicketAnswer"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketAnswerKept"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCannedReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplies"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    saveCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveCannedReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    removeCannedReply: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveCannedReply"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Nothing"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignList"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignWish"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPreview"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignStart"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignStarted"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDetail"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listRecipients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignRecipientsOf"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignRecipients"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    steerCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignSteering"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignDetail"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmImports"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    checkImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferedList"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedList"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    exportRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferedList"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    applyImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportList"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmImport"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmImportChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmImport"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    previewImportUndo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmImportChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportUndoPreview"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirmImportChoice"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmImport"];
                };
            };
            /** @description Refused; `code` says why. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}
