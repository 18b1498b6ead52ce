import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ConsoleAccount, ConsoleSession } from '../../activities/ports/console-accounts.ts';
import type { operations, OperationId } from './operations.ts';

export interface SignedIn {
  account: ConsoleAccount;
  session: ConsoleSession;
}

type Table = typeof operations;
type BodyOf<Id extends OperationId> = Table[Id] extends { body: infer Body extends z.ZodType }
  ? z.output<Body>
  : undefined;
type ViewerOf<Id extends OperationId> = Table[Id]['role'] extends 'nobody' ? SignedIn | null : SignedIn;

type Handler<Id extends OperationId> = (call: {
  body: BodyOf<Id>;
  viewer: ViewerOf<Id>;
  request: FastifyRequest;
  reply: FastifyReply;
}) => Promise<Table[Id] extends { file: string } ? FastifyReply : z.input<Table[Id]['answer']>>;

export type Handlers<Ids extends OperationId = OperationId> = { [Id in Ids]: Handler<Id> };
