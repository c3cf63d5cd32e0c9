using System.Collections.Immutable;

namespace SocietyParty.Service.Options;

/// <summary>One limit as a setting: <c>Limits:NAME</c>.</summary>
/// <param name="Code">Of the error that a client gets, or with which its WebSocket is closed; empty for a limit that nobody can
/// exceed.</param>
public sealed record LimitSetting(
    string Name,
    int Min,
    int Max,
    string Code,
    string Meaning,
    Func<ServiceOptions, int> Get,
    Func<ServiceOptions, int, ServiceOptions> Set
);

/// <summary>Every limit there is. <c>api/README.md</c> shows this table, and a test keeps both and the records in agreement.</summary>
public static partial class LimitTable
{
    private const int Million = 1_000_000;

    public static readonly ImmutableArray<LimitSetting> All =
    [
        new(
            "BodyBytesMax",
            1_000,
            100 * Million,
            "SP-HTTP-003",
            "Bytes of a request's body",
            o => o.Http.BodyBytesMax,
            (o, v) => o with { Http = o.Http with { BodyBytesMax = v } }
        ),
        new(
            "ImportBytesMax",
            1_000,
            100 * Million,
            "SP-HTTP-023",
            "Bytes of a file that is imported",
            o => o.Http.ImportBytesMax,
            (o, v) => o with { Http = o.Http with { ImportBytesMax = v } }
        ),
        new(
            "TokensMax",
            100,
            Million,
            "SP-SYNTAX-002",
            "Tokens of a document",
            o => o.Parser.TokensMax,
            (o, v) => o with { Parser = o.Parser with { TokensMax = v } }
        ),
        new(
            "NestingMax",
            8,
            128,
            "SP-SYNTAX-003",
            "Brackets inside brackets in a document",
            o => o.Parser.DepthMax,
            (o, v) => o with { Parser = o.Parser with { DepthMax = v } }
        ),
        new(
            "AliasesMax",
            0,
            10_000,
            "SP-LIMIT-004",
            "Aliases of an operation",
            o => o.Validation.AliasesMax,
            (o, v) => o with { Validation = o.Validation with { AliasesMax = v } }
        ),
        new(
            "DirectivesMax",
            0,
            10_000,
            "SP-LIMIT-005",
            "Directives of an operation",
            o => o.Validation.DirectivesMax,
            (o, v) => o with { Validation = o.Validation with { DirectivesMax = v } }
        ),
        new(
            "ComparisonsMax",
            1_000,
            10 * Million,
            "SP-LIMIT-024",
            "Fields compared to find conflicts between overlapping ones",
            o => o.Validation.ComparisonsMax,
            (o, v) => o with { Validation = o.Validation with { ComparisonsMax = v } }
        ),
        new(
            "ErrorsMax",
            1,
            9,
            "",
            "Errors in one answer",
            o => o.Validation.ErrorsMax,
            (o, v) => o with { Validation = o.Validation with { ErrorsMax = v } }
        ),
        new(
            "FieldsMax",
            10,
            Million,
            "SP-BIND-005",
            "Fields of an operation with its fragments spread",
            o => o.Binder.FieldsMax,
            (o, v) => o with { Binder = o.Binder with { FieldsMax = v } }
        ),
        new(
            "SelectionDepthMax",
            8,
            128,
            "SP-BIND-006",
            "Fields inside fields, introspection included",
            o => o.Binder.DepthMax,
            (o, v) => o with { Binder = o.Binder with { DepthMax = v } }
        ),
        new(
            "InputsMax",
            10,
            100_000,
            "SP-BIND-008",
            "Input objects in the arguments of an operation",
            o => o.Binder.InputsMax,
            (o, v) => o with { Binder = o.Binder with { InputsMax = v } }
        ),
        new(
            "DepthMax",
            3,
            64,
            "SP-LIMIT-001",
            "Fields inside fields of what is read from the database",
            o => o.Query.DepthMax,
            (o, v) => o with { Query = o.Query with { DepthMax = v } }
        ),
        new(
            "RootFieldsMax",
            1,
            1_000,
            "SP-LIMIT-002",
            "Root fields of an operation",
            o => o.Query.RootFieldsMax,
            (o, v) => o with { Query = o.Query with { RootFieldsMax = v } }
        ),
        new(
            "PageSizeMax",
            1,
            10_000,
            "SP-PAGE-002",
            "Items of a page",
            o => o.Query.PageSizeMax,
            (o, v) => o with { Query = o.Query with { PageSizeMax = v } }
        ),
        new(
            "PageSizeDefault",
            1,
            10_000,
            "",
            "Items of a page without `first` and `last`",
            o => o.Query.PageSizeDefault,
            (o, v) => o with { Query = o.Query with { PageSizeDefault = v } }
        ),
        new(
            "PagesAheadMax",
            1,
            50,
            "",
            "Pages for which `forwardCursors` and `backwardCursors` give cursors",
            o => o.Query.PagesAheadMax,
            (o, v) => o with { Query = o.Query with { PagesAheadMax = v } }
        ),
        new(
            "GroupKeysMax",
            1,
            20,
            "SP-GROUP-002",
            "Keys of one `groups`",
            o => o.Query.GroupKeysMax,
            (o, v) => o with { Query = o.Query with { GroupKeysMax = v } }
        ),
        new(
            "PageProductMax",
            1,
            1_000 * Million,
            "SP-LIMIT-022",
            "Sizes of pages and lists inside each other, multiplied",
            o => o.Cost.PageProductMax,
            (o, v) => o with { Cost = o.Cost with { PageProductMax = v } }
        ),
        new(
            "FieldCostMax",
            1,
            1_000 * Million,
            "SP-LIMIT-020",
            "Work: weighed fields and conditions, for every object that has them",
            o => o.Cost.FieldCostMax,
            (o, v) => o with { Cost = o.Cost with { FieldCostMax = v } }
        ),
        new(
            "TypeCostMax",
            1,
            1_000 * Million,
            "SP-LIMIT-021",
            "Objects in the answer",
            o => o.Cost.TypeCostMax,
            (o, v) => o with { Cost = o.Cost with { TypeCostMax = v } }
        ),
        .. OfStatements(),
        new(
            "AnswerMsMax",
            100,
            3_600_000,
            "",
            "Milliseconds to read a large answer; then the client is disconnected",
            o => o.Http.AnswerMsMax,
            (o, v) => o with { Http = o.Http with { AnswerMsMax = v } }
        ),
        new(
            "DocumentsCachedMax",
            1,
            100_000,
            "",
            "Documents kept after validation; one counts once per 4,096 characters",
            o => o.Http.DocumentsCachedMax,
            (o, v) => o with { Http = o.Http with { DocumentsCachedMax = v } }
        ),
        new(
            "PlansCachedMax",
            1,
            100_000,
            "",
            "Plans kept; one counts once per 4,096 characters of its statement",
            o => o.Http.PlansCachedMax,
            (o, v) => o with { Http = o.Http with { PlansCachedMax = v } }
        ),
        new(
            "InitMs",
            100,
            600_000,
            "4408",
            "Milliseconds within which a WebSocket must send `connection_init`",
            o => o.Transport.InitMs,
            (o, v) => o with { Transport = o.Transport with { InitMs = v } }
        ),
        new(
            "ConnectionsMax",
            1,
            100_000,
            "SP-LIMIT-102",
            "WebSockets and event streams open at the same time",
            o => o.Transport.ConnectionsMax,
            (o, v) => o with { Transport = o.Transport with { ConnectionsMax = v } }
        ),
        new(
            "OperationsMax",
            1,
            10_000,
            "SP-LIMIT-103",
            "Operations of one WebSocket at the same time",
            o => o.Transport.OperationsMax,
            (o, v) => o with { Transport = o.Transport with { OperationsMax = v } }
        ),
        new(
            "MessageBytesMax",
            1_000,
            100 * Million,
            "1009",
            "Bytes of one message from a WebSocket",
            o => o.Transport.MessageBytesMax,
            (o, v) => o with { Transport = o.Transport with { MessageBytesMax = v } }
        ),
        new(
            "EventsBufferedMax",
            1,
            10_000,
            "SP-LIMIT-104",
            "Results that wait for one subscriber",
            o => o.Transport.EventsBufferedMax,
            (o, v) => o with { Transport = o.Transport with { EventsBufferedMax = v } }
        ),
        new(
            "EventsPendingMax",
            1,
            10_000,
            "",
            "Events that wait for their statement; one more, and they become one `MANY`",
            o => o.Transport.EventsPendingMax,
            (o, v) => o with { Transport = o.Transport with { EventsPendingMax = v } }
        ),
        new(
            "EventStatementsMax",
            1,
            100,
            "",
            "Statements for events that run at the same time",
            o => o.Transport.EventStatementsMax,
            (o, v) => o with { Transport = o.Transport with { EventStatementsMax = v } }
        ),
        new(
            "HeartbeatMs",
            1_000,
            600_000,
            "",
            "Milliseconds between two signs of life on a connection that has nothing to say",
            o => o.Transport.HeartbeatMs,
            (o, v) => o with { Transport = o.Transport with { HeartbeatMs = v } }
        ),
        new(
            "CloseMs",
            100,
            600_000,
            "",
            "Milliseconds that a client has to read the rest and the reason of a close; then it is disconnected",
            o => o.Transport.CloseMs,
            (o, v) => o with { Transport = o.Transport with { CloseMs = v } }
        ),
        new(
            "BatchMax",
            1,
            1_000,
            "SP-LIMIT-101",
            "Items of a batch",
            o => o.Transport.BatchMax,
            (o, v) => o with { Transport = o.Transport with { BatchMax = v } }
        ),
        .. OfExports(),
        .. OfReplicas(),
        .. OfEdge(),
    ];
}
