using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Backup;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Reconcile;
using SocietyParty.Etl.Run.Watch;
using SocietyParty.Etl.WhatIf;

namespace SocietyParty.Etl.Output;

/// <summary>
/// What <c>--json</c> writes: one document with all that the text says. Names are those of the records in camel case, days are
/// <c>2022-06-30</c>, a month is its first day, moments are UTC. etl/README.md has the names.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Names are Chinese, and a terminal is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions Words = new(Options)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    /// <summary>A load: its report, and what became of the rule sets before it.</summary>
    /// <param name="report">Null where the rule sets contradict themselves, and nothing was loaded.</param>
    /// <param name="rules">The rule sets.</param>
    public static JsonObject Of(LoadReport? report, RuleSetReport rules)
    {
        var document = report is null ? Problem("SP-RULES-001", "The rule sets contradict themselves.") : Node(report);
        document["ruleSetsWritten"] = List(rules.Written);
        document["ruleSetProblems"] = List(rules.Problems.Select(problem => problem.ToString()));
        return document;
    }

    /// <summary>The checks of the star.</summary>
    public static JsonObject Of(IReadOnlyList<CheckResult> checks) =>
        new() { ["succeeded"] = checks.All(check => check.Holds), ["checks"] = List(checks) };

    /// <summary>What the warehouse holds.</summary>
    public static JsonObject Of(WarehouseStatus status) => Node(status);

    /// <summary>What an indicator is.</summary>
    public static JsonObject Of(ExplainedIndicator indicator) => Node(indicator);

    /// <summary>The star beside the graph.</summary>
    public static JsonObject Of(ReconcileReport report) => Node(report);

    /// <summary>What a verification of the record found; <c>last</c> as <c>NUMBER:HASH</c>.</summary>
    public static JsonObject Of(AuditReport report)
    {
        var document = Node(report);
        document["last"] = report.Last?.ToString();
        return document;
    }

    /// <summary>What a backup wrote.</summary>
    public static JsonObject Of(BackupReport report)
    {
        var document = Node(report);
        document.Insert(0, "succeeded", true);
        return document;
    }

    /// <summary>An upgrade of the server; <c>restored</c> is what a restoration tells.</summary>
    public static JsonObject Of(UpgradeReport report)
    {
        var document = Node(report);
        document["restored"] = Of(report.Restored);
        return document;
    }

    /// <summary>What was restored; the record and the load as their own commands tell them.</summary>
    public static JsonObject Of(RestoreReport report)
    {
        var document = Node(report);
        document["audit"] = Of(report.Audit);
        return document;
    }

    /// <summary>Events, the newest first.</summary>
    public static JsonObject Of(IReadOnlyList<AuditEvent> events) => new() { ["events"] = List(events) };

    /// <summary>One load of a watch: its report, and what it was for.</summary>
    public static JsonObject Of(WatchLoad load)
    {
        var document = Node(load.Report);
        document["cause"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(load.Cause.ToString());
        document["notifications"] = load.Notifications;
        document["visibleAfterMilliseconds"] = load.VisibleAfter is { } after ? (long)after.TotalMilliseconds : null;
        return document;
    }

    /// <summary>A command that ended before it had anything to report; its sentence begins with a code, or is one without.</summary>
    public static JsonObject Failure(string sentence) =>
        sentence.Split(' ', 2) is [['S', 'P', '-', ..] code, var message] ? Problem(code, message) : Problem(null, sentence);

    /// <summary>Regions that were looked up.</summary>
    public static JsonObject Of(IReadOnlyList<FoundRegion> regions) => new() { ["regions"] = List(regions) };

    /// <summary>What is wrong with rule sets that were looked at.</summary>
    /// <param name="files">How many files were read.</param>
    /// <param name="problems">Empty where they are right.</param>
    public static JsonObject Of(int files, IReadOnlyList<RuleSetProblem> problems) =>
        new()
        {
            ["succeeded"] = problems.Count == 0,
            ["files"] = files,
            ["problems"] = List(problems),
        };

    /// <summary>What a draft would have changed.</summary>
    public static JsonObject Of(ReplayReport report)
    {
        var document = JsonSerializer.SerializeToNode(report, Words)!.AsObject();
        document.Insert(0, "succeeded", true);
        return document;
    }

    /// <summary>Why a draft was not replayed.</summary>
    public static JsonObject Of(IReadOnlyList<ReplayProblem> problems) => new() { ["succeeded"] = false, ["problems"] = List(problems) };

    /// <summary>Writes a document over several lines.</summary>
    public static void Write(JsonObject document, TextWriter output) => output.WriteLine(document.ToJsonString(Options));

    /// <summary>Writes a document on one line, for what goes on.</summary>
    public static void WriteLine(JsonObject document, TextWriter output) => output.WriteLine(document.ToJsonString(OneLine));

    private static JsonObject Problem(string? code, string message) =>
        new()
        {
            ["succeeded"] = false,
            ["problem"] = new JsonObject { ["code"] = code, ["message"] = message },
        };

    private static JsonObject Node<T>(T value)
        where T : class => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    private static JsonNode? List<T>(IEnumerable<T> values) => JsonSerializer.SerializeToNode(values, Options);
}
