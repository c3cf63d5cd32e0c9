using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Options;
using SocietyParty.Service.Start;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>
/// <c>CONFIGURATION.md</c> is written from the options themselves: limits from their table, settings from their records and comments,
/// options from the command lines, variables from where the sources read them. <c>UPDATE_GOLDEN=1</c> writes it anew, never when
/// <c>CI=true</c>.
/// </summary>
public sealed partial class OptionReferenceTests
{
    private const string Reference = "../../api/Service/Deploy/CONFIGURATION.md";

    /// <summary>What the environment may say; a test finds those that the sources read.</summary>
    private static readonly SortedDictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_URLS"] = "Addresses to serve on, where `--urls` does not say.",
        ["ConnectionStrings__Api"] =
            "A login of the API's own on that server, which may take its roles and owns nothing; "
            + "without it the graph's serves requests, too.",
        ["ConnectionStrings__Graph"] =
            "The graph's database on a server of your own, for the service and every command; without it a private cluster is used. "
            + "`Host=…;Port=…;Database=…;Username=…;Password=…`, or `Passfile=FILE` instead of the password; "
            + "`SSL Mode=VerifyFull;Root Certificate=FILE`.",
        ["ConnectionStrings__Reads"] =
            "Servers that replay the graph's and answer queries, for the service: a connection string each, of one host, separated by `|`; "
            + "in quotation marks where a shell reads it.",
        ["ConnectionStrings__Warehouse"] = "A database of its own for the warehouse, for the commands that load and read it.",
        ["LANG"] = "Language of what is said, after `LC_ALL` and `LC_MESSAGES`: Chinese where it begins with zh, else English.",
        ["LC_ALL"] = "As `LANG`, and counts most.",
        ["LC_MESSAGES"] = "As `LANG`, and counts more.",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] =
            "Where traces and metrics go (OpenTelemetry); without it nothing is exported. " + "The other variables of its SDK hold, too.",
        ["OTEL_METRICS_EXPORTER"] = "`none` exports no metrics.",
        ["OTEL_SDK_DISABLED"] = "`true` exports nothing.",
        ["OTEL_TRACES_EXPORTER"] = "`otlp` exports traces.",
        ["PATH"] = "Where PostgreSQL's programs and npm are looked for.",
        ["PGPASSFILE"] = "File with passwords, for a connection string without one.",
        ["PGPASSWORD"] = "Password, for a connection string without one.",
        ["Rules__Folder"] = "Folder with rule sets of your own, as `--rules`.",
        ["SP_POSTGRES_BIN"] =
            "Folder of PostgreSQL's programs, looked into first: those of a server for a private cluster, "
            + "`pg_dump` and `pg_restore` for backups.",
    };

    // Read by libraries, or from a list.
    private static readonly string[] OfLibraries =
    [
        "LANG",
        "LC_ALL",
        "LC_MESSAGES",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "OTEL_METRICS_EXPORTER",
        "OTEL_SDK_DISABLED",
        "OTEL_TRACES_EXPORTER",
        "PGPASSFILE",
        "PGPASSWORD",
    ];

    [Fact]
    public void Every_option_has_its_line()
    {
        var text = new StringBuilder(
            """
            # Configuration

            Written from the options by `OptionReferenceTests`; a test fails where a line is missing. A setting stands in `appsettings.json` beside the program, in the
            environment with two underscores (`Limits__PageSizeMax=100`), or behind `--set` (`--set Limits:PageSizeMax=100`); the last one counts. A name that
            nobody knows and a value out of range end the start.


            """
        );
        Limits(text);
        Settings(text);
        text.Append("## Variables\n\n| variable | what |\n|---|---|\n");
        foreach (var (name, meaning) in Variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {meaning} |\n");
        }

        text.Append("\n## The service\n\n");
        Options(text, ServiceCommand.Create(Words.English), "SocietyParty.Service");
        text.Append("\n## The command line\n\n");
        Options(text, Commands.Root(Words.English), "SocietyParty.Etl");
        Golden.Match(Reference, text.ToString());
    }

    [Fact]
    public void Every_variable_that_the_sources_read_is_listed()
    {
        var texts = Sources().Select(File.ReadAllText).ToList();
        var constants = texts
            .SelectMany(text => Constant().Matches(text))
            .ToLookup(one => one.Groups["name"].Value, one => one.Groups["value"].Value);
        var read = texts
            .SelectMany(text => Variable().Matches(text))
            .SelectMany(one =>
                one.Groups["text"] is { Success: true } text ? [text.Value] : constants[one.Groups["name"].Value.Split('.')[^1]].ToArray()
            )
            .Where(name => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
            .ToHashSet();
        read.ShouldContain("ConnectionStrings__Graph");
        read.ShouldContain("SP_POSTGRES_BIN");
        read.Except(Variables.Keys).ShouldBeEmpty();
        Variables.Keys.Except(read).Except(OfLibraries).ShouldBeEmpty();
    }

    private static void Limits(StringBuilder text)
    {
        text.Append("## Limits\n\n| setting | default | from | to | error | what |\n|---|---|---|---|---|---|\n");
        foreach (var limit in LimitTable.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `Limits:{limit.Name}` | {limit.Get(new()):N0} | {limit.Min:N0} | ")
                .Append(CultureInfo.InvariantCulture, $"{limit.Max:N0} | {Code(limit.Code)} | {limit.Meaning} |\n");
        }

        text.Append('\n');
    }

    /// <summary>The records of the options that are no limits, with what their comments say.</summary>
    private static void Settings(StringBuilder text)
    {
        var source = string.Concat(
            Directory.EnumerateFiles(Path.Combine(Deployment.Root, "api", "Service", "Options"), "*.cs").Order().Select(File.ReadAllText)
        );
        text.Append("## Settings\n\n| setting | default | what |\n|---|---|---|\n");
        foreach (
            var section in typeof(ServiceOptions)
                .GetProperties()
                .Where(one => !one.PropertyType.Name.EndsWith("Limits", StringComparison.Ordinal))
        )
        {
            Section(text, source, section.PropertyType, section.Name == "Trusted" ? "TrustedDocuments" : section.Name);
        }

        text.Append('\n');
    }

    private static void Section(StringBuilder text, string source, Type record, string name)
    {
        var comments = Comments(source, record.Name);
        var values = Activator.CreateInstance(record, [.. record.GetConstructors()[0].GetParameters().Select(one => one.DefaultValue)]);
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite))
        {
            if (property.PropertyType.Assembly == record.Assembly && property.PropertyType.IsClass)
            {
                Section(text, source, property.PropertyType, $"{name}:{(property.Name == "Provider" ? "Oidc" : property.Name)}");
                continue;
            }

            var usual = property.GetValue(values) switch
            {
                null or "" => "none",
                bool flag => flag ? "`true`" : "`false`",
                var other => $"`{other}`",
            };
            comments.Keys.ShouldContain(property.Name, $"{record.Name}.{property.Name} has no comment.");
            text.Append(CultureInfo.InvariantCulture, $"| `{name}:{property.Name}` | {usual} | {comments[property.Name]} |\n");
        }
    }

    private static Dictionary<string, string> Comments(string source, string record)
    {
        var end = source.IndexOf($"public sealed record {record}(", StringComparison.Ordinal);
        var start = source.LastIndexOf("\n\n", end, StringComparison.Ordinal);
        var comment = source[start..end].Replace("\n/// ", " ", StringComparison.Ordinal);
        return Parameter()
            .Matches(comment)
            .ToDictionary(one => one.Groups["name"].Value, one => Tag().Replace(one.Groups["text"].Value, "`").Trim());
    }

    private static void Options(StringBuilder text, Command command, string path)
    {
        if (command.Subcommands.Count == 0 || command is RootCommand)
        {
            text.Append(CultureInfo.InvariantCulture, $"### `{path}`\n\n{Said(command)}\n\n");
            var lines = command
                .Arguments.Select(one => $"| `<{one.HelpName ?? one.Name}>` | {Said(one)} |\n")
                .Concat(
                    command
                        .Options.Where(one => one.Name is not ("--help" or "--version"))
                        .Select(one => $"| `{one.Name}{(one.HelpName is { } value ? $" {value}" : "")}` | {Said(one)} |\n")
                )
                .ToList();
            if (lines.Count > 0)
            {
                text.Append("| option | what |\n|---|---|\n").AppendJoin("", lines).Append('\n');
            }
        }

        foreach (var below in command.Subcommands)
        {
            Options(text, below, $"{path} {below.Name}");
        }
    }

    private static string Said(Symbol symbol) =>
        (symbol.Description ?? "")
            .Replace(DataFolder.Default(), "~/.local/share/societyparty", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");

    private static string Code(string code) => code.Length == 0 ? "" : $"`{code}`";

    private static IEnumerable<string> Sources() =>
        ((string[])["api", "etl", "schema"])
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Deployment.Root, room), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    [GeneratedRegex("""<param name="(?<name>\w+)">(?<text>.*?)</param>""", RegexOptions.Singleline)]
    private static partial Regex Parameter();

    [GeneratedRegex("</?c>")]
    private static partial Regex Tag();

    [GeneratedRegex("""const string (?<name>\w+) = "(?<value>[^"]+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex("""GetEnvironmentVariable\(\s*("(?<text>[^"]+)"|(?<name>[\w.]+))\s*\)""")]
    private static partial Regex Variable();
}
