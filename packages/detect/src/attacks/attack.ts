// What an attack in a request is called, how sure it is, and why: the words that every reader of attacks answers in.

export type AttackKind =
  | 'sql-injection'
  | 'cross-site-scripting'
  | 'path-traversal'
  | 'command-injection'
  | 'template-injection'
  | 'jndi-lookup'
  | 'server-side-request-forgery'
  | 'xml-external-entity'
  | 'header-injection'
  | 'nosql-injection'
  | 'prototype-pollution'
  | 'unsafe-object'
  | 'directory-injection';

/** Where in a request a value stands. */
export type Where = 'query' | 'path' | 'header' | 'body' | 'cookie';

export interface Attack {
  readonly kind: AttackKind;
  /** From 0.5 (more likely than not) to below 1. */
  readonly confidence: number;
  /** In words, the strongest first. No part of the value is in them, so they may be stored and shown. */
  readonly reasons: readonly string[];
}

/** One thing that speaks for an attack (or, below zero, against it), in log odds. */
export interface Sign {
  readonly weight: number;
  readonly reason: string;
}

/** Signs that add up to this much make an attack. */
const ENOUGH = 5;
/** So much more than enough is needed for a doubt of one in e. */
const SCALE = 2;

/** The attack that the signs make together; undefined where they are not enough. */
export function attackOf(kind: AttackKind, signs: readonly Sign[]): Attack | undefined {
  let sum = 0;
  for (const { weight } of signs) sum += weight;
  if (sum < ENOUGH) return undefined;
  const confidence = 1 / (1 + Math.exp(-(sum - ENOUGH + 1) / SCALE));
  const telling = signs.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return {
    kind,
    confidence: Math.round(confidence * 100) / 100 >= 1 ? 0.99 : Math.round(confidence * 100) / 100,
    reasons: [...new Set(telling.map(({ reason }) => reason))],
  };
}
