using System.Text;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>Rule sets of an office's own: files in a folder, beside the program's, so that a city needs no build.</summary>
public static class RuleFolder
{
    /// <summary>Names the folder where no option does.</summary>
    public const string Variable = "Rules__Folder";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The program's rule sets and those of a folder, with the folders in it.</summary>
    /// <param name="folder">Null: as the environment says, else none.</param>
    /// <exception cref="DatabaseSetupException">There is no such folder, or a file of it cannot be read.</exception>
    public static IReadOnlyList<RuleSetFile> Files(string? folder)
    {
        var given = string.IsNullOrWhiteSpace(folder) ? Environment.GetEnvironmentVariable(Variable) : folder;
        return string.IsNullOrWhiteSpace(given) ? RuleSetFile.Embedded() : [.. RuleSetFile.Embedded(), .. In(given)];
    }

    /// <summary>The place that is named and is not there; null where it is, or none is named. Asked before anything is made.</summary>
    /// <param name="folder">Null: as the environment says.</param>
    public static string? Missing(string? folder)
    {
        var given = string.IsNullOrWhiteSpace(folder) ? Environment.GetEnvironmentVariable(Variable) : folder;
        return string.IsNullOrWhiteSpace(given) || Path.Exists(Path.GetFullPath(given)) ? null : Path.GetFullPath(given);
    }

    /// <summary>Rule sets of one file, or of a folder with the folders in it, in order of their paths.</summary>
    /// <exception cref="DatabaseSetupException">There is nothing of that name, or it cannot be read.</exception>
    public static IReadOnlyList<RuleSetFile> In(string path)
    {
        var full = Path.GetFullPath(path);
        try
        {
            var files =
                File.Exists(full) ? [full]
                : Directory.Exists(full) ? Directory.GetFiles(full, "*.json", SearchOption.AllDirectories)
                : throw new Refusal("SP-RULES-002", [("path", full), ("variable", Variable)]);
            return
            [
                .. files.Where(file => !IsSchema(file)).Order(StringComparer.Ordinal).Select(file => new RuleSetFile(file, Read(file))),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new Refusal("SP-RULES-003", [("path", full), ("reason", failure.Message)], failure);
        }
    }

    private static string Read(string file)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException failure)
        {
            throw new Refusal("SP-RULES-004", [("file", file)], failure);
        }
    }

    // The JSON schema, which an editor looks for beside the files.
    private static bool IsSchema(string file) => file.EndsWith(".schema.json", StringComparison.Ordinal);
}
