using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary>Why a file or a folder is not written, in the reader's language: the system's own words are English.</summary>
internal static class FileRefusal
{
    public static Sentence Of(Exception refused, string path) =>
        new(
            refused switch
            {
                UnauthorizedAccessException => "Cli.WriteRefused.NoRight",
                DirectoryNotFoundException => "Cli.WriteRefused.NoFolder",
                _ when File.Exists(path) => "Cli.WriteRefused.Exists",
                _ => "Cli.WriteRefused.Other",
            },
            []
        );
}
