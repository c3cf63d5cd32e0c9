using System.CommandLine;
using System.Text.Json;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>rules diff</c>: every value in which two rule sets differ. Needs no database.</summary>
internal static class RuleDifferencesCommand
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static Command Create()
    {
        var old = new Argument<string>("old") { Description = "A rule set's file, or the code of a known one such as chongqing-2022." };
        var @new = new Argument<string>("new") { Description = "The other one; it may be a draft." };
        var command = new Command("diff", "Names every value that differs between two rule sets, with both clauses.") { old, @new };
        RulesOption.AddTo(command);
        JsonOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var known = RulesOption.FilesOf(parsed);
            var (before, after) = (Named(parsed.GetValue(old)!, known), Named(parsed.GetValue(@new)!, known));
            var differences = RuleDifferences.Between(before.Content, after.Content);
            if (JsonOption.IsAsked(parsed))
            {
                JsonReport.Write(
                    RuleDifferencesJson.Of(before.Content, after.Content, differences, LanguageOption.Of(parsed)),
                    Console.Out
                );
            }
            else
            {
                RuleDifferencesWriter.Write(
                    RuleDifferencesJson.Called(before.Content),
                    RuleDifferencesJson.Called(after.Content),
                    differences,
                    LanguageOption.WordsOf(parsed),
                    Console.Out
                );
            }

            return CommandLine.Success;
        });
        return command;
    }

    /// <exception cref="DatabaseSetupException">It is neither a known code nor a file with one rule set.</exception>
    private static (RuleSetFile File, JsonElement Content) Named(string asked, IReadOnlyList<RuleSetFile> known)
    {
        var ofCode = known.Select(Read).FirstOrDefault(one => one is { } set && Code(set.Content) == asked);
        if (ofCode is { } found)
        {
            return found;
        }

        if (!File.Exists(asked) && !asked.Contains(Path.DirectorySeparatorChar) && !asked.EndsWith(".json", StringComparison.Ordinal))
        {
            var codes = known.Select(Read).Select(one => one is { } set ? Code(set.Content) : null).Order();
            throw new DatabaseSetupException(
                "SP-RULES-005",
                $"There is no rule set \"{asked}\".",
                $"Known are {string.Join(", ", codes)}; or name a file."
            );
        }

        var files = RuleFolder.In(asked);
        return files.Count == 1 && Read(files[0]) is { } only
            ? only
            : throw new DatabaseSetupException(
                "SP-RULES-006",
                $"{asked} is no rule set.",
                "Name one file with one JSON object; `rules check` names what is wrong with it."
            );
    }

    private static (RuleSetFile File, JsonElement Content)? Read(RuleSetFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Text, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? (file, document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Code(JsonElement content) =>
        content.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
}
