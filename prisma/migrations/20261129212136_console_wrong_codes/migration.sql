-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_ConsoleTotp" (
    "staffId" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL DEFAULT false,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    "wrong" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "ConsoleTotp_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_ConsoleTotp" ("lastStep", "on", "secret", "staffId") SELECT "lastStep", "on", "secret", "staffId" FROM "ConsoleTotp";
DROP TABLE "ConsoleTotp";
ALTER TABLE "new_ConsoleTotp" RENAME TO "ConsoleTotp";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
