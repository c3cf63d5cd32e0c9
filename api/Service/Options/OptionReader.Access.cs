using System.Globalization;
using System.Net;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Options;

/// <content>The settings of <c>Access</c>.</content>
public static partial class OptionReader
{
    private const string Access = "Access";
    private const string Provider = "Oidc";
    private const int MinutesMin = 1;
    private const int MinutesMax = 1_440;
    private const int HoursMin = 1;
    private const int HoursMax = 168;

    /// <summary>What every process of the machine can read in the list of processes.</summary>
    private static readonly string[] Secrets = [$"{Access}:ProxySecret", $"{Access}:MetricsSecret", $"{Access}:{Provider}:ClientSecret"];

    private static ServiceOptions ReadAccess(ServiceOptions options, IConfiguration configuration, List<Sentence> errors)
    {
        foreach (var setting in configuration.GetSection(Access).GetChildren())
        {
            var access = options.Access;
            options = setting.Key.ToUpperInvariant() switch
            {
                "MODE" => options with { Access = access with { Mode = Mode(setting, errors) } },
                "PROXYSECRET" => options with { Access = access with { ProxySecret = Secret(setting, errors) } },
                "METRICSSECRET" => options with { Access = access with { MetricsSecret = Secret(setting, errors) } },
                "SESSIONMINUTES" => options with
                {
                    Access = access with
                    {
                        SessionMinutes = Whole(setting, MinutesMin, MinutesMax, new AccessSettings().SessionMinutes, errors),
                    },
                },
                "SESSIONHOURS" => options with
                {
                    Access = access with { SessionHours = Whole(setting, HoursMin, HoursMax, new AccessSettings().SessionHours, errors) },
                },
                "OIDC" => options with { Access = access with { Provider = ReadProvider(setting, errors) } },
                _ => Unknown(
                    options,
                    setting,
                    ["Mode", "ProxySecret", "MetricsSecret", "SessionMinutes", "SessionHours", Provider],
                    errors
                ),
            };
        }

        if (options.Access.Provider is { Authority: null } and ({ ClientId: not null } or { Audience: not null }))
        {
            errors.Add(new("SP-START-011.Provider", [("authority", $"{Access}:{Provider}:Authority")]));
        }

        return options;
    }

    private static ProviderSettings ReadProvider(IConfigurationSection section, List<Sentence> errors)
    {
        var provider = new ProviderSettings();
        foreach (var setting in section.GetChildren())
        {
            var value = string.IsNullOrWhiteSpace(setting.Value) ? null : setting.Value.Trim();
            switch (setting.Key.ToUpperInvariant())
            {
                case "AUTHORITY":
                    provider = provider with { Authority = Authority(value, setting, errors) };
                    break;
                case "CLIENTID":
                    provider = provider with { ClientId = value };
                    break;
                case "CLIENTSECRET":
                    provider = provider with { ClientSecret = value };
                    break;
                case "AUDIENCE":
                    provider = provider with { Audience = value };
                    break;
                default:
                    Unknown(new ServiceOptions(), setting, ["Authority", "ClientId", "ClientSecret", "Audience"], errors);
                    break;
            }
        }

        return provider;
    }

    private static AccessMode Mode(IConfigurationSection setting, List<Sentence> errors)
    {
        // Numbers are names of values for the parser, and no one's spelling of them.
        var mode = Enum.GetValues<AccessMode>()
            .Cast<AccessMode?>()
            .FirstOrDefault(mode => mode.ToString()!.Equals(setting.Value, StringComparison.OrdinalIgnoreCase));
        if (mode is null)
        {
            Bad(setting, new("Setting.Mode", [("modes", Enum.GetNames<AccessMode>())]), errors);
        }

        return mode ?? AccessMode.SignIn;
    }

    private static string? Secret(IConfigurationSection setting, List<Sentence> errors)
    {
        if (string.IsNullOrEmpty(setting.Value))
        {
            return null;
        }

        if (setting.Value.Length < AccessSettings.SecretLengthMin || setting.Value.Any(letter => letter is <= ' ' or > '~'))
        {
            // What was given is not shown: it stands in logs then.
            errors.Add(new("SP-START-011.Secret", [("name", setting.Path), ("min", AccessSettings.SecretLengthMin)]));
        }

        return setting.Value;
    }

    private static string? Authority(string? value, IConfigurationSection setting, List<Sentence> errors)
    {
        if (
            value is not null
            && !(
                Uri.TryCreate(value, UriKind.Absolute, out var uri)
                && (
                    uri.Scheme == Uri.UriSchemeHttps
                    || (uri.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(uri.Host, out var ip) && IPAddress.IsLoopback(ip))
                )
            )
        )
        {
            Bad(setting, new("Setting.Authority", [("example", "https://id.example.org")]), errors);
        }

        return value;
    }

    private static int Whole(IConfigurationSection setting, int min, int max, int usual, List<Sentence> errors)
    {
        if (int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Bad(setting, new("Setting.Whole", [("min", min), ("max", max), ("default", usual)]), errors);
        return usual;
    }
}
