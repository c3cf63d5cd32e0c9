using System.CommandLine;
using System.Text;
using Npgsql;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Telemetry;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary>Runs a command and turns the failures that a person can mend into a sentence and an exit code.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args, Words words)
    {
        // Names are Chinese; a console may still be set to something else.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = root.Parse(args);
        using var telemetry = TelemetryExport.Start("societyparty-etl");
        if (CommandHelp.IsAsked(parsed))
        {
            CommandHelp.Write(parsed, words, Console.Out);
            return Success;
        }

        if (parsed.Errors.Count == 0)
        {
            return await RunAsync(parsed, words);
        }

        if (JsonOption.IsAsked(parsed))
        {
            // The help that follows wrong arguments is no document.
            JsonOption.Fail(parsed, string.Join('\n', WrongArguments.Say(parsed, words)));
        }
        else
        {
            WrongArguments.Write(parsed, words, Console.Out, Console.Error);
        }

        return Usage;
    }

    /// <summary>
    /// Brings the rule sets into a graph that lacks them, or has those of another version, in the connection's transaction: an import that
    /// keeps nothing keeps none of them either.
    /// </summary>
    public static Task LoadRulesAsync(NpgsqlConnection connection, ParseResult parsed) =>
        LoadRulesAsync(connection, RuleSetCheck.Read(RulesOption.FilesOf(parsed)));

    /// <summary>As above, of rule sets that were read already.</summary>
    public static async Task LoadRulesAsync(NpgsqlConnection connection, CheckedRuleSets rules)
    {
        var loaded = await RuleSetLoader.ApplyAsync(connection, rules);
        if (loaded.Problems.Count > 0)
        {
            throw new Refusal("SP-START-004", [("problems", loaded.Problems[0].Sentence)]);
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, Words words)
    {
        try
        {
            // After Ctrl+C a private cluster is still to be stopped.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }
            );
        }
        catch (DatabaseSetupException failure)
        {
            return Fail(parsed, words.Of(failure));
        }
        catch (PostgresException missing)
            when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return Fail(parsed, words.Coded("SP-CLI-103", ("message", missing.MessageText)));
        }
        catch (PostgresException question) when (question.SqlState == "SP001")
        {
            // dw.refuse: "CODE: what is wrong", and what to do.
            return Fail(parsed, $"{question.MessageText.Replace(": ", " ", StringComparison.Ordinal)} {question.Hint}");
        }
        catch (NpgsqlException failure)
        {
            return Fail(parsed, words.Coded("SP-CLI-102", ("message", failure.Message)));
        }
        catch (OperationCanceledException)
        {
            return Fail(parsed, words.Say("Cli.Cancelled"));
        }
    }

    private static int Fail(ParseResult parsed, string message)
    {
        JsonOption.Fail(parsed, message);
        return Failure;
    }
}
