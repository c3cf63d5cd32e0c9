using System.CommandLine;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Access;

namespace SocietyParty.Etl.Cli;

/// <summary><c>person export</c>, <c>erase</c> and <c>due</c>: what is kept about one person, on request and after its time.</summary>
internal static class PersonCommand
{
    public static Command Create(Words words) => new("person", words.Say("Help.Person")) { Export(words), Erase(words), Due(words) };

    private static Command Export(Words words)
    {
        var (reference, database) = (Reference(words), new DatabaseOptions(words));
        var command = new Command("export", words.Say("Help.Person.Export")) { reference };
        database.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                Console.WriteLine(
                    await WithDatabaseAsync(
                        parsed,
                        words,
                        database,
                        graph => PersonData.ExportAsync(graph, parsed.GetRequiredValue(reference), ct: ct),
                        ct
                    )
                );
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Erase(Words words)
    {
        var (reference, database) = (Reference(words), new DatabaseOptions(words));
        var sure = new Option<bool>("--sure") { Description = words.Say("Help.Person.Sure") };
        var command = new Command("erase", words.Say("Help.Person.Erase")) { reference, sure };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            // Nothing brings it back.
            if (!result.GetValue(sure))
            {
                result.AddError(words.Coded("SP-ACCESS-105"));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var erased = await WithDatabaseAsync(
                    parsed,
                    words,
                    database,
                    graph => PersonData.EraseAsync(graph, parsed.GetRequiredValue(reference), ct: ct),
                    ct
                );
                Console.WriteLine(words.Say("Cli.PersonErased", ("pseudonym", erased.Pseudonym)));
                foreach (var place in erased.Places)
                {
                    Console.WriteLine(
                        words.Say(
                            place.Left.Count == 0 ? "Cli.PersonReplaced" : "Cli.PersonNamed",
                            ("place", place.Place),
                            ("replaced", place.Replaced),
                            ("left", place.Left.Count),
                            ("keys", string.Join(' ', place.Left))
                        )
                    );
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Due(Words words)
    {
        var database = new DatabaseOptions(words);
        var years = new Option<int?>("--keep-years")
        {
            Description = words.Say("Help.Person.Years", ("min", Retention.PersonYearsMin), ("usual", Retention.PersonYearsUsual)),
        };
        var command = new Command("due", words.Say("Help.Person.Due")) { years };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(years) is { } given && !Retention.CanKeepPerson(given))
            {
                result.AddError(words.Coded("SP-ACCESS-106", ("min", Retention.PersonYearsMin)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var kept = parsed.GetValue(years) ?? Retention.PersonYearsUsual;
                var due = await WithDatabaseAsync(parsed, words, database, graph => PersonData.DueAsync(graph, kept, ct), ct);
                foreach (var reference in due)
                {
                    Console.WriteLine(reference);
                }

                if (due.Count == 0)
                {
                    // Not among the references, which a program may read.
                    Console.Error.WriteLine(words.Say("Cli.NobodyDue", ("years", kept)));
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Argument<string> Reference(Words words) => new("REFERENCE") { Description = words.Say("Help.Person.Reference") };

    private static Task<T> WithDatabaseAsync<T>(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        Func<NpgsqlDataSource, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
            return await work(graph.Source);
        });
}
