using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Service.Options;

/// <summary>Configuration → options. A name that nobody knows and a value out of range are errors: a limit misspelt is no limit.</summary>
public static class OptionReader
{
    private const string UnknownName = "SP-START-010";
    private const string BadValue = "SP-START-011";

    /// <summary>Sections of ours; what else configuration holds belongs to others.</summary>
    private const string Limits = "Limits";
    private const string Switches = "Switches";
    private const string Trusted = "TrustedDocuments";
    private const string Database = "Database";
    private const string Rules = "Rules";
    private static readonly string[] Sections = [Limits, Switches, Trusted, Database, Rules];

    /// <summary>
    /// <c>appsettings.json</c> beside the program, then the environment, then <c>NAME=VALUE</c> from the command line; the last one
    /// counts.
    /// </summary>
    public static Outcome<ServiceOptions> Read(IEnumerable<string> commandLine)
    {
        var given = commandLine.Select(setting => setting.Split('=', 2)).ToList();
        if (
            given.FirstOrDefault(pair => pair.Length < 2 || !Sections.Contains(pair[0].Split(':')[0], StringComparer.OrdinalIgnoreCase)) is
            { } odd
        )
        {
            return new GraphQLError(
                UnknownName,
                $"--set {string.Join('=', odd)} is no setting. Write NAME=VALUE with a name in {string.Join(", ", Sections)}, such as "
                    + $"{Limits}:PageSizeMax=100."
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
                    .Build()
            );
        }
        catch (InvalidDataException error)
        {
            return new GraphQLError(BadValue, $"appsettings.json cannot be read: {error.GetBaseException().Message}");
        }
    }

    /// <summary>All that is wrong at once.</summary>
    public static Outcome<ServiceOptions> Read(IConfiguration configuration)
    {
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
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
                "ALLOWEDORIGINS" => options with { Switches = options.Switches with { AllowedOrigins = Origins(setting, errors) } },
                _ => Unknown(
                    options,
                    setting,
                    ["Introspection", "GraphiQL", "RequestBatching", "VariableBatching", "Mutations", "AllowedOrigins"],
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

        Agree(options, errors);
        return errors.Count > 0 ? errors.ToImmutable() : options;
    }

    private static ServiceOptions Limit(ServiceOptions options, IConfigurationSection setting, ImmutableArray<GraphQLError>.Builder errors)
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

        Bad(setting, $"a whole number from {limit.Min} to {limit.Max}; left out it is {limit.Get(new ServiceOptions())}", errors);
        return options;
    }

    private static bool Flag(IConfigurationSection setting, ImmutableArray<GraphQLError>.Builder errors)
    {
        if (!bool.TryParse(setting.Value, out var value))
        {
            Bad(setting, "true or false", errors);
        }

        return value;
    }

    private static int? Port(IConfigurationSection setting, ImmutableArray<GraphQLError>.Builder errors)
    {
        const int Min = 1024;
        if (
            int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= Min and <= IPEndPoint.MaxPort
        )
        {
            return port;
        }

        Bad(setting, $"a port from {Min} to {IPEndPoint.MaxPort}", errors);
        return null;
    }

    /// <summary>
    /// Origins in the spelling of browsers, for they are compared as texts: one with a path or a usual port would never be met.
    /// </summary>
    private static string Origins(IConfigurationSection setting, ImmutableArray<GraphQLError>.Builder errors)
    {
        var given = setting.Value ?? "";
        if (!given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).All(IsOrigin))
        {
            Bad(setting, "origins such as https://example.org, without a path, separated by semicolons", errors);
        }

        return given;

        static bool IsOrigin(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
    }

    private static void Agree(ServiceOptions options, ImmutableArray<GraphQLError>.Builder errors)
    {
        if (options.Query.PageSizeDefault > options.Query.PageSizeMax)
        {
            errors.Add(
                new(
                    BadValue,
                    $"{Limits}:PageSizeDefault is {options.Query.PageSizeDefault}, more than {Limits}:PageSizeMax, which is "
                        + $"{options.Query.PageSizeMax}. Lower the one or raise the other."
                )
            );
        }

        if (options.Trusted is { Only: true, Folder: null })
        {
            errors.Add(
                new(BadValue, $"{Trusted}:Only is on, but no document is trusted: set {Trusted}:Folder to the folder of the documents.")
            );
        }
    }

    private static ServiceOptions Unknown(
        ServiceOptions options,
        IConfigurationSection setting,
        IEnumerable<string> known,
        ImmutableArray<GraphQLError>.Builder errors
    )
    {
        var names = known.ToList();
        var hint = Suggestions.DidYouMean(Suggestions.Near(setting.Key, names));
        errors.Add(
            new(
                UnknownName,
                $"There is no setting {setting.Path}.{(hint.Length > 0 ? hint : $" There are: {string.Join(", ", names)}.")} "
                    + $"{Places(setting)}"
            )
        );
        return options;
    }

    private static void Bad(IConfigurationSection setting, string expected, ImmutableArray<GraphQLError>.Builder errors) =>
        errors.Add(new(BadValue, $"{setting.Path} is \"{setting.Value}\"; it takes {expected}. {Places(setting)}"));

    private static string Places(IConfigurationSection setting) =>
        $"It is set in appsettings.json, by the environment variable {setting.Path.Replace(":", "__", StringComparison.Ordinal)}, or by "
        + $"--set {setting.Path}=VALUE.";
}
