using System.Net;
using System.Text.RegularExpressions;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Options;

/// <content>The settings of <c>Edge</c>.</content>
public static partial class OptionReader
{
    private const string Edge = "Edge";
    private const int HstsDaysMax = 3_650;

    private static ServiceOptions ReadEdge(ServiceOptions options, IConfiguration configuration, List<Sentence> errors)
    {
        foreach (var setting in configuration.GetSection(Edge).GetChildren())
        {
            var edge = options.Edge;
            options = setting.Key.ToUpperInvariant() switch
            {
                "PATHBASE" => options with { Edge = edge with { PathBase = PathBase(setting, errors) } },
                "PROXIES" => options with { Edge = edge with { Proxies = Proxies(setting, errors) } },
                "HSTSDAYS" => options with
                {
                    Edge = edge with { HstsDays = Whole(setting, 0, HstsDaysMax, new EdgeSettings().HstsDays, errors) },
                },
                _ => Unknown(options, setting, ["PathBase", "Proxies", "HstsDays"], errors),
            };
        }

        return options;
    }

    private static string PathBase(IConfigurationSection setting, List<Sentence> errors)
    {
        var given = (setting.Value ?? "").TrimEnd('/');
        if (given.Length > 0 && !PathOfWords().IsMatch(given))
        {
            Bad(setting, new("Setting.PathBase", [("example", "/graph")]), errors);
        }

        return given;
    }

    private static string Proxies(IConfigurationSection setting, List<Sentence> errors)
    {
        var given = setting.Value ?? "";
        if (!Parts(given).All(part => IPAddress.TryParse(part, out _) || IPNetwork.TryParse(part, out _)))
        {
            Bad(setting, new("Setting.Proxies", [("example", "10.0.0.5;10.1.0.0/16")]), errors);
        }

        return given;
    }

    /// <summary>The parts of a list that is separated by semicolons.</summary>
    internal static string[] Parts(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^(/[A-Za-z0-9._~-]+)+$")]
    private static partial Regex PathOfWords();
}
