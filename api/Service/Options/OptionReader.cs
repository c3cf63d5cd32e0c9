using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Options;

/// <summary>Configuration → options. A name that nobody knows and a value out of range are errors: a limit misspelt is no limit.</summary>
public static partial class OptionReader
{
    private const int SuggestionsMax = 5;

    /// <summary>Sections of ours; what else configuration holds belongs to others.</summary>
    private const string Limits = "Limits";
    private const string Switches = "Switches";
    private const string Trusted = "TrustedDocuments";
    private const string Database = "Database";
    private const string Rules = "Rules";
    private static readonly string[] Sections = [Limits, Switches, Trusted, Database, Rules, Access, Edge];

    /// <summary>
    /// <c>appsettings.json</c> beside the program, then the environment, then <c>NAME=VALUE</c> from the command line; the last one
    /// counts.
    /// </summary>
    public static Outcome<ServiceOptions> Read(IEnumerable<string> commandLine, Language language = Language.English)
    {
        var given = commandLine.Select(setting => setting.Split('=', 2)).ToList();
        if (
            given.FirstOrDefault(pair => pair.Length < 2 || !Sections.Contains(pair[0].Split(':')[0], StringComparer.OrdinalIgnoreCase)) is
            { } odd
        )
        {
            return Error(
                new(
                    "SP-START-010.Set",
                    [("setting", string.Join('=', odd)), ("sections", Sections), ("example", $"{Limits}:PageSizeMax=100")]
                ),
                language
            );
        }

        if (given.FirstOrDefault(pair => Secrets.Contains(pair[0], StringComparer.OrdinalIgnoreCase)) is { } secret)
        {
            return Error(
                new("SP-START-010.Secret", [("name", secret[0]), ("variable", secret[0].Replace(":", "__", StringComparison.Ordinal))]),
                language
            );
        }

        var builder = new ConfigurationBuilder();
        try
        {
            return Read(
                builder
                    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
                    .AddEnvironmentVariables()
                    .AddInMemoryCollection(given.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
                    .Build(),
                language
            );
        }
        catch (InvalidDataException error)
        {
            return Error(new("SP-START-011.File", [("reason", error.GetBaseException().Message)]), language);
        }
    }

    /// <summary>All that is wrong at once.</summary>
    public static Outcome<ServiceOptions> Read(IConfiguration configuration, Language language = Language.English)
    {
        var errors = new List<Sentence>();
        var options = new ServiceOptions();
        foreach (var setting in configuration.GetSection(Limits).GetChildren())
        {
            options = Limit(options, setting, errors);
        }

        foreach (var setting in configuration.GetSection(Switches).GetChildren())
        {
            options = setting.Key.ToUpperInvariant() switch
            {
                "INTROSPECTION" => options with { Switches = options.Switches with { Introspection = Flag(setting, errors) } },
                "GRAPHIQL" => options with { Switches = options.Switches with { GraphiQL = Flag(setting, errors) } },
                "REQUESTBATCHING" => options with { Switches = options.Switches with { RequestBatching = Flag(setting, errors) } },
                "VARIABLEBATCHING" => options with { Switches = options.Switches with { VariableBatching = Flag(setting, errors) } },
                "MUTATIONS" => options with { Switches = options.Switches with { Mutations = Flag(setting, errors) } },
                "JSONLOGS" => options with { Switches = options.Switches with { JsonLogs = Flag(setting, errors) } },
                "ALLOWEDORIGINS" => options with { Switches = options.Switches with { AllowedOrigins = Origins(setting, errors) } },
                _ => Unknown(
                    options,
                    setting,
                    ["Introspection", "GraphiQL", "RequestBatching", "VariableBatching", "Mutations", "JsonLogs", "AllowedOrigins"],
                    errors
                ),
            };
        }

        foreach (var setting in configuration.GetSection(Trusted).GetChildren())
        {
            options = setting.Key.ToUpperInvariant() switch
            {
                "FOLDER" => options with
                {
                    Trusted = options.Trusted with { Folder = string.IsNullOrEmpty(setting.Value) ? null : setting.Value },
                },
                "ONLY" => options with { Trusted = options.Trusted with { Only = Flag(setting, errors) } },
                _ => Unknown(options, setting, ["Folder", "Only"], errors),
            };
        }

        foreach (var setting in configuration.GetSection(Database).GetChildren())
        {
            options = setting.Key.ToUpperInvariant() switch
            {
                "PORT" => options with { Database = new(Port(setting, errors)) },
                _ => Unknown(options, setting, ["Port"], errors),
            };
        }

        foreach (var setting in configuration.GetSection(Rules).GetChildren())
        {
            options = setting.Key.ToUpperInvariant() switch
            {
                "FOLDER" => options with { Rules = new(string.IsNullOrEmpty(setting.Value) ? null : setting.Value) },
                _ => Unknown(options, setting, ["Folder"], errors),
            };
        }

        options = ReadEdge(ReadAccess(options, configuration, errors), configuration, errors);
        Agree(options, errors);
        return errors.Count > 0 ? errors.Select(error => Error(error, language)).ToImmutableArray() : options;
    }

    private static ServiceOptions Limit(ServiceOptions options, IConfigurationSection setting, List<Sentence> errors)
    {
        var limit = LimitTable.All.FirstOrDefault(limit => limit.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
        if (limit is null)
        {
            return Unknown(options, setting, LimitTable.All.Select(known => known.Name), errors);
        }

        if (
            int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= limit.Min
            && value <= limit.Max
        )
        {
            return limit.Set(options, value);
        }

        Bad(setting, new("Setting.Whole", [("min", limit.Min), ("max", limit.Max), ("default", limit.Get(new ServiceOptions()))]), errors);
        return options;
    }

    private static bool Flag(IConfigurationSection setting, List<Sentence> errors)
    {
        if (!bool.TryParse(setting.Value, out var value))
        {
            Bad(setting, new("Setting.Flag", []), errors);
        }

        return value;
    }

    private static int? Port(IConfigurationSection setting, List<Sentence> errors)
    {
        const int Min = 1024;
        if (
            int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= Min and <= IPEndPoint.MaxPort
        )
        {
            return port;
        }

        Bad(setting, new("Setting.Port", [("min", Min), ("max", IPEndPoint.MaxPort)]), errors);
        return null;
    }

    /// <summary>
    /// Origins in the spelling of browsers, for they are compared as texts: one with a path or a usual port would never be met.
    /// </summary>
    private static string Origins(IConfigurationSection setting, List<Sentence> errors)
    {
        var given = setting.Value ?? "";
        if (!given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(IsOrigin))
        {
            Bad(setting, new("Setting.Origins", [("example", "https://example.org")]), errors);
        }

        return given;

        static bool IsOrigin(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
    }

    private static void Agree(ServiceOptions options, List<Sentence> errors)
    {
        if (options.Query.PageSizeDefault > options.Query.PageSizeMax)
        {
            errors.Add(
                new(
                    "SP-START-011.PageSize",
                    [
                        ("default", $"{Limits}:PageSizeDefault"),
                        ("given", options.Query.PageSizeDefault),
                        ("max", $"{Limits}:PageSizeMax"),
                        ("limit", options.Query.PageSizeMax),
                    ]
                )
            );
        }

        if (options.Trusted is { Only: true, Folder: null })
        {
            errors.Add(new("SP-START-011.Trusted", [("only", $"{Trusted}:Only"), ("folder", $"{Trusted}:Folder")]));
        }
    }

    private static ServiceOptions Unknown(
        ServiceOptions options,
        IConfigurationSection setting,
        IEnumerable<string> known,
        List<Sentence> errors
    )
    {
        var names = known.ToList();
        var near = Suggestions.Near(setting.Key, names).ToList();
        var hint =
            near.Count > 0
                ? new Sentence("Setting.Near", [("names", near.Take(SuggestionsMax).Select(name => $"\"{name}\""))])
                : new Sentence("Setting.All", [("names", names)]);
        errors.Add(new("SP-START-010.Unknown", [("name", setting.Path), ("hint", hint), ("variable", Variable(setting))]));
        return options;
    }

    private static void Bad(IConfigurationSection setting, Sentence expected, List<Sentence> errors) =>
        errors.Add(
            new(
                "SP-START-011.Value",
                [("name", setting.Path), ("given", setting.Value), ("expected", expected), ("variable", Variable(setting))]
            )
        );

    private static string Variable(IConfigurationSection setting) => setting.Path.Replace(":", "__", StringComparison.Ordinal);

    private static GraphQLError Error(Sentence sentence, Language language) => new(sentence.Key.Split('.')[0], sentence.In(language));
}
