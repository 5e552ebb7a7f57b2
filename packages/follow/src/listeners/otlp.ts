// OpenTelemetry's logs as they come over HTTP (opentelemetry.io/docs/specs/otlp, opentelemetry-proto v1: logs/v1/logs.proto,
// common/v1/common.proto, resource/v1/resource.proto): protobuf or JSON → lines of OTLP's JSON, one for each resource.
import protobuf from 'protobufjs/light.js';

const field = (id: number, type: string, rule?: 'repeated') => ({ id, type, ...(rule && { rule }) });

const SCHEMA = {
  nested: {
    ExportLogsServiceRequest: { fields: { resourceLogs: field(1, 'ResourceLogs', 'repeated') } },
    ResourceLogs: {
      fields: {
        resource: field(1, 'Resource'),
        scopeLogs: field(2, 'ScopeLogs', 'repeated'),
        schemaUrl: field(3, 'string'),
      },
    },
    Resource: { fields: { attributes: field(1, 'KeyValue', 'repeated'), droppedAttributesCount: field(2, 'uint32') } },
    ScopeLogs: {
      fields: {
        scope: field(1, 'InstrumentationScope'),
        logRecords: field(2, 'LogRecord', 'repeated'),
        schemaUrl: field(3, 'string'),
      },
    },
    InstrumentationScope: {
      fields: { name: field(1, 'string'), version: field(2, 'string'), attributes: field(3, 'KeyValue', 'repeated') },
    },
    LogRecord: {
      fields: {
        timeUnixNano: field(1, 'fixed64'),
        severityNumber: field(2, 'int32'),
        severityText: field(3, 'string'),
        body: field(5, 'AnyValue'),
        attributes: field(6, 'KeyValue', 'repeated'),
        droppedAttributesCount: field(7, 'uint32'),
        flags: field(8, 'fixed32'),
        traceId: field(9, 'bytes'),
        spanId: field(10, 'bytes'),
        observedTimeUnixNano: field(11, 'fixed64'),
        eventName: field(12, 'string'),
      },
    },
    KeyValue: { fields: { key: field(1, 'string'), value: field(2, 'AnyValue') } },
    AnyValue: {
      oneofs: {
        value: {
          oneof: ['stringValue', 'boolValue', 'intValue', 'doubleValue', 'arrayValue', 'kvlistValue', 'bytesValue'],
        },
      },
      fields: {
        stringValue: field(1, 'string'),
        boolValue: field(2, 'bool'),
        intValue: field(3, 'int64'),
        doubleValue: field(4, 'double'),
        arrayValue: field(5, 'ArrayValue'),
        kvlistValue: field(6, 'KeyValueList'),
        bytesValue: field(7, 'bytes'),
      },
    },
    ArrayValue: { fields: { values: field(1, 'AnyValue', 'repeated') } },
    KeyValueList: { fields: { values: field(1, 'KeyValue', 'repeated') } },
  },
} satisfies protobuf.INamespace;

const REQUEST = protobuf.Root.fromJSON(SCHEMA).lookupType('ExportLogsServiceRequest');

/** Lines for the journal; undefined where the bytes are no request. */
export function linesOfOtlp(body: Buffer, form: 'protobuf' | 'json'): readonly string[] | undefined {
  const request = form === 'json' ? parsed(body) : decoded(body);
  const resources = request?.resourceLogs ?? [];
  if (request === undefined || !Array.isArray(resources)) return undefined;
  return (resources as unknown[]).map((one) => JSON.stringify({ resourceLogs: [one] }));
}

interface Request {
  readonly resourceLogs?: unknown;
}

function parsed(body: Buffer): Request | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    // The parser quotes what it read, which may be somebody's.
    return undefined;
  }
}

function decoded(body: Buffer): Request | undefined {
  try {
    return REQUEST.toObject(REQUEST.decode(body), { longs: String, bytes: String });
  } catch {
    // Cut off, nested too deeply, or no protobuf at all.
    return undefined;
  }
}
