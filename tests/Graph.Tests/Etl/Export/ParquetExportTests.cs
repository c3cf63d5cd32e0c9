using System.Globalization;
using DuckDB.NET.Data;
using Npgsql;
using SocietyParty.Etl.Export.Parquet;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Etl.Export;

/// <summary>Parquet files of the city's warehouse, read by DuckDB.</summary>
public sealed class ParquetExportTests(ParquetFiles files) : IClassFixture<ParquetFiles>
{
    public static TheoryData<string> Tables => [.. ParquetTable.All.Select(table => table.Name)];

    [Theory, MemberData(nameof(Tables))]
    public async Task DuckDB_reads_the_rows_and_sums_of_the_view(string name)
    {
        var table = ParquetTable.All.Single(one => one.Name == name);
        var columns = await files.ColumnsAsync(table.View);
        // Numbers are summed, of everything else it is counted how many and how many different there are.
        var measures = columns.SelectMany(column =>
            column.Type is "smallint" or "integer" or "bigint" or "numeric"
                ? new[] { $"sum({column.Name})", $"count({column.Name})" }
                : [$"count({column.Name})", column.Type.EndsWith("[]", StringComparison.Ordinal) ? "1" : $"count(DISTINCT {column.Name})"]
        );
        var list = string.Join(", ", measures.Prepend("count(*)"));
        var rows = files.Written.Single(one => one.Name == name).Rows;
        var inSql = await files.SqlAsync($"SELECT {list} FROM mart.{table.View}");
        var inFiles = rows == 0 ? inSql : files.Duck($"SELECT {list} FROM {files.Read(name)}");
        inFiles.ShouldBe(inSql);
        inSql[0].ShouldBe(rows.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Every_view_of_facts_is_exported()
    {
        // What each committee has rows in; views of the newest month and sums are made of the others.
        var views = await files.SqlAsync(
            """
            SELECT string_agg(c.table_name, ' ' ORDER BY c.table_name) FROM information_schema.columns AS c
            JOIN information_schema.columns AS k ON (k.table_schema, k.table_name, k.column_name) = (c.table_schema, c.table_name, 'committee_id')
            WHERE c.table_schema = 'mart' AND c.column_name = 'load_id' AND c.table_name NOT LIKE 'coverage\_by\_%' AND NOT EXISTS (
                SELECT FROM information_schema.views AS h WHERE h.table_schema = 'mart' AND h.table_name = c.table_name || '_history')
            """
        );
        views[0].Split(' ').Except(ParquetTable.All.Select(table => table.View)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_to_the_files_gives_what_the_indicator_says()
    {
        var rate = files.Duck(
            $"SELECT sum(organization_coverage_numerator), sum(organization_coverage_denominator) FROM {files.Read("coverage")} "
                + "WHERE year = 2026 AND month = DATE '2026-06-01' AND is_default_rule_set"
        );
        rate.ShouldBe(await files.SqlAsync("SELECT numerator, denominator FROM mart.indicator_value('I01')"));
        files
            .Duck(
                "SELECT DISTINCT typeof(month), typeof(society_name), typeof(loaded_at), typeof(is_default_rule_set) FROM "
                    + files.Read("coverage")
            )
            .ShouldBe(["DATE", "VARCHAR", "TIMESTAMP WITH TIME ZONE", "BOOLEAN"]);
        files
            .Duck($"SELECT DISTINCT typeof(score), typeof(year) FROM {files.Read("assessment_item")}")
            .ShouldBe(["DECIMAL(5,2)", "BIGINT"]);
    }

    [Fact]
    public void Folders_are_years_and_provinces_and_nothing_is_left_beside_them()
    {
        Directory
            .EnumerateFiles(Path.Combine(files.Folder, "coverage"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(files.Folder, file).Replace('\\', '/'))
            .ShouldBe(["coverage/year=2026/province=330000/part.parquet"]);
        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(files.Folder)!).ShouldBe([files.Folder]);
        // Row groups of 400 rows: more is never held.
        files
            .Duck(
                "SELECT max(row_group_num_rows), count(DISTINCT row_group_id) > 1 FROM "
                    + $"parquet_metadata('{files.Folder}/coverage/*/*/*.parquet')"
            )
            .ShouldBe(["400", "True"]);
    }

    [Fact]
    public async Task A_folder_with_files_is_left_alone()
    {
        var before = Directory.GetFiles(files.Folder, "*", SearchOption.AllDirectories);
        await Should.ThrowAsync<IOException>(() =>
            ParquetExport.RunAsync(files.Source, new ParquetJob(files.Folder, ParquetTable.All), null, default)
        );
        Directory.GetFiles(files.Folder, "*", SearchOption.AllDirectories).ShouldBe(before);
    }

    [Fact]
    public async Task Years_are_chosen_and_what_fails_leaves_nothing()
    {
        var folder = Path.Combine(Path.GetDirectoryName(files.Folder)!, "inner", "chosen");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        try
        {
            var tables = ParquetTable.All.Where(table => table.Name == "activity").ToList();
            var written = await ParquetExport.RunAsync(
                files.Source,
                new ParquetJob(folder, tables, FromYear: 2025, ToYear: 2025),
                null,
                default
            );
            var rows = await files.SqlAsync("SELECT count(*) FROM mart.activity WHERE extract(year FROM held_on) = 2025");
            written.Single().Rows.ToString(CultureInfo.InvariantCulture).ShouldBe(rows[0]);
            Directory.Delete(folder, recursive: true);

            ParquetTable[] broken = [tables[0], new("broken", "activity", "year_of_nothing", "1")];
            await Should.ThrowAsync<PostgresException>(() =>
                ParquetExport.RunAsync(files.Source, new ParquetJob(folder, broken), null, default)
            );
            Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(folder)!).ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        }
    }
}

/// <summary>Everything of the city, written once.</summary>
public sealed class ParquetFiles : IAsyncLifetime
{
    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("societyparty-parquet-");

    internal NpgsqlDataSource Source { get; private set; } = null!;

    internal string Folder => Path.Combine(around.FullName, "files");

    internal IReadOnlyList<ExportedTable> Written { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        Written = await ParquetExport.RunAsync(Source, new ParquetJob(Folder, ParquetTable.All, RowGroupRows: 400), null, default);
    }

    public async Task DisposeAsync()
    {
        await Source.DisposeAsync();
        around.Delete(recursive: true);
    }

    /// <summary>A table's files as DuckDB names them.</summary>
    internal string Read(string table) => $"read_parquet('{Folder}/{table}/**/*.parquet', hive_partitioning = true)";

    /// <summary>The values of the first row.</summary>
    internal string[] Duck(string sql)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(index => Text(reader.GetValue(index)))];
    }

    internal async Task<string[]> SqlAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(index => Text(reader.GetValue(index)))];
    }

    internal async Task<List<(string Name, string Type)>> ColumnsAsync(string view)
    {
        await using var command = Source.CreateCommand($"SELECT * FROM mart.{view} LIMIT 0");
        await using var reader = await command.ExecuteReaderAsync();
        return
        [
            .. (await reader.GetColumnSchemaAsync()).Select(column =>
                (column.ColumnName, ((Npgsql.Schema.NpgsqlDbColumn)column).PostgresType.DisplayName)
            ),
        ];
    }

    // 12.50 and 12.5 are the same number.
    private static string Text(object value) =>
        value switch
        {
            DBNull => "",
            decimal number => (number / 1.0000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
