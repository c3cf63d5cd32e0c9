using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Export.Parquet;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>export parquet</c>: the warehouse as files for analysts.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", "Writes what the warehouse tells as files.") { Parquet() };

    private static Command Parquet()
    {
        var folder = new Option<string>("--out")
        {
            Description = "Folder for the files; one that has files is left alone.",
            Required = true,
        };
        var tables = new Option<string[]>("--tables")
        {
            Description = $"Which tables; left out: all. {string.Join(", ", ParquetTable.All.Select(table => table.Name))}",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var from = new Option<int?>("--from") { Description = "First year; left out: the first there is.", HelpName = "YEAR" };
        var to = new Option<int?>("--to") { Description = "Last year; left out: the last there is.", HelpName = "YEAR" };
        var database = new DatabaseOptions();
        var command = new Command(
            "parquet",
            "Writes the warehouse's history as Parquet files, a folder a table, partitioned by year and province: for DuckDB, Spark, Trino."
        )
        {
            folder,
            tables,
            from,
            to,
        };
        tables.AcceptOnlyFromAmong([.. ParquetTable.All.Select(table => table.Name)]);
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(tables)!;
                var path = parsed.GetRequiredValue(folder);
                var job = new ParquetJob(
                    path,
                    [.. ParquetTable.All.Where(table => asked.Length == 0 || asked.Contains(table.Name))],
                    parsed.GetValue(from),
                    parsed.GetValue(to)
                );
                try
                {
                    var written = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                    {
                        await using var warehouse = await database.OpenWarehouseAsync(parsed, progress, ct);
                        return await ParquetExport.RunAsync(warehouse.Source, job, table => progress.Step($"Writing {table}"), ct);
                    });
                    foreach (var table in written)
                    {
                        Console.Out.WriteLine(
                            string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {table.Rows} rows in {table.Files} files")
                        );
                    }

                    return CommandLine.Success;
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    Console.Error.WriteLine(
                        $"SP-CLI-108 The files cannot be written to {path}: {refused.Message} Choose an empty folder with --out."
                    );
                    return CommandLine.Failure;
                }
            }
        );
        return command;
    }
}
