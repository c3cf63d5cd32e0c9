using System.CommandLine;
using System.Text.Json;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;

namespace SocietyParty.Etl.Cli;

/// <summary><c>rules diff</c>: every value in which two rule sets differ. Needs no database.</summary>
internal static class RuleDifferencesCommand
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static Command Create(Words words)
    {
        var old = new Argument<string>("old") { Description = words.Say("Help.Rules.Diff.Old") };
        var @new = new Argument<string>("new") { Description = words.Say("Help.Rules.Diff.New") };
        var command = new Command("diff", words.Say("Help.Rules.Diff")) { old, @new };
        RulesOption.AddTo(command, words);
        JsonOption.AddTo(command, words);
        command.SetAction(parsed =>
        {
            var known = RulesOption.FilesOf(parsed);
            var (before, after) = (Named(parsed.GetValue(old)!, known), Named(parsed.GetValue(@new)!, known));
            var differences = RuleDifferences.Between(before.Content, after.Content);
            if (JsonOption.IsAsked(parsed))
            {
                JsonReport.Write(RuleDifferencesJson.Of(before.Content, after.Content, differences, words.Language), Console.Out);
            }
            else
            {
                RuleDifferencesWriter.Write(
                    RuleDifferencesJson.Called(before.Content),
                    RuleDifferencesJson.Called(after.Content),
                    differences,
                    words,
                    Console.Out
                );
            }

            return CommandLine.Success;
        });
        return command;
    }

    /// <exception cref="Refusal">It is neither a known code nor a file with one rule set.</exception>
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
            throw new Refusal("SP-RULES-005", [("asked", asked), ("codes", codes)]);
        }

        if (!Path.Exists(asked))
        {
            throw new Refusal("SP-RULES-005.File", [("asked", asked)]);
        }

        var files = RuleFolder.In(asked);
        return files.Count == 1 && Read(files[0]) is { } only ? only : throw new Refusal("SP-RULES-006", [("asked", asked)]);
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
