using Microsoft.Net.Http.Headers;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http;

/// <summary>Which of the two languages a browser would rather read.</summary>
internal static class BrowserLanguage
{
    /// <summary>True for one that names English before Chinese; who names neither reads Chinese.</summary>
    public static bool IsEnglish(HttpRequest request) => Weight(request, "en") > Weight(request, "zh");

    /// <summary>True for one that names Chinese before English.</summary>
    public static bool IsChinese(HttpRequest request) => Weight(request, "zh") > Weight(request, "en");

    /// <summary>Of answers to programs: one that names neither, such as curl, is read by who wrote it, so it gets English.</summary>
    public static Language OfApi(HttpRequest request) => IsChinese(request) ? Language.Chinese : Language.English;

    /// <summary>The sentence in the language of the browser.</summary>
    public static string Say(HttpRequest request, string chinese, string english) => IsEnglish(request) ? english : chinese;

    private static double Weight(HttpRequest request, string language) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)
            ? asked
                .Where(one =>
                    one.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                    || one.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)
                )
                // Of two with one weight the first counts; a browser lists them in its user's order.
                .Select(one => (one.Quality ?? 1) - (asked.IndexOf(one) * 0.0001))
                .DefaultIfEmpty(0)
                .Max()
            : 0;
}
