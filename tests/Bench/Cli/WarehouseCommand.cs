using System.CommandLine;
using SocietyParty.Bench.Warehouse;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Cli;

/// <summary><c>warehouse</c>: how long loads of the warehouse take, of everything and of changes.</summary>
internal static class WarehouseCommand
{
    public static Command Create()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = "PostgreSQL connection string of an empty database, which is filled. Left out: a private cluster.",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder of the private cluster; it must hold no data yet.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench-warehouse",
            HelpName = "DIR",
        };
        var societies = BenchCommand.Number("--societies", BenchOptions.NationSocieties, "Size of the generated graph.");
        var months = BenchCommand.Number("--months", 66, "Months to load, back from the generated history's last one.");
        var rounds = BenchCommand.Number("--rounds", 3, "Rounds of each change; the middle one counts.");
        var psql = new Option<string?>("--psql")
        {
            Description = "Runs the statements of a full load by psql, too, each on a copy of the database; the program, such as psql.",
            HelpName = "PROGRAM",
        };
        var json = new Option<string?>("--json") { Description = "Writes all numbers into this file.", HelpName = "FILE" };
        var command = new Command("warehouse", "Measures loads of the warehouse: of everything, of nothing, and of changed branches.")
        {
            connection,
            data,
            societies,
            months,
            rounds,
            psql,
            json,
        };
        command.SetAction(
            (parsed, ct) =>
                BenchCommand.TellAsync(
                    () =>
                        WarehouseRun.RunAsync(
                            new WarehouseOptions(
                                parsed.GetValue(connection),
                                parsed.GetValue(data)!,
                                parsed.GetValue(societies),
                                parsed.GetValue(months),
                                parsed.GetValue(rounds),
                                parsed.GetValue(psql),
                                parsed.GetValue(json)
                            ),
                            Terminal.Output,
                            ct
                        ),
                    ct
                )
        );
        return command;
    }
}
