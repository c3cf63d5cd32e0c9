using System.CommandLine;
using System.Resources;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// The English texts of System.CommandLine, by their names. Its translations need a culture, and this program has none
/// (InvariantGlobalization), so what the library says is recognized by its own templates and said in our sentences.
/// </summary>
internal static partial class LibraryTexts
{
    private static readonly ResourceManager Resources = new("System.CommandLine.Properties.Resources", typeof(RootCommand).Assembly);

    /// <exception cref="InvalidOperationException">The library has no such text.</exception>
    public static string Of(string name) =>
        Resources.GetString(name) ?? throw new InvalidOperationException($"System.CommandLine has no text {name}.");

    /// <summary>A pattern of what the library makes of a text; what stood in its places is in groups 1, 2, 3.</summary>
    public static Regex Pattern(string name) =>
        new($@"\A{Place().Replace(Regex.Escape(Of(name)), "(.*?)")}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    // As Regex.Escape leaves {0}.
    [GeneratedRegex(@"\\\{[0-9]\}")]
    private static partial Regex Place();
}
