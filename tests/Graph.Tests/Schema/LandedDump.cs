using System.IO.Compression;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Databases as earlier versions left them, in <c>Landed/NAME.sql.gz</c>.</summary>
internal static class LandedDump
{
    public static string Folder => Path.Combine(Golden.ProjectFolder(), "Schema", "Landed");

    /// <summary>Makes an empty database one of them.</summary>
    public static async Task RestoreAsync(NpgsqlDataSource database, string name)
    {
        // A dump does not hold roles, which belong to the cluster: a database of today has made them.
        await SampleDatabase.ConnectionStringAsync();
        await using var file = File.OpenRead(Path.Combine(Folder, name + ".sql.gz"));
        await using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        var dump = await reader.ReadToEndAsync();
        await using var connection = await database.OpenConnectionAsync();
        await SqlFileRunner.PrepareAsync(connection, CancellationToken.None);
        await SqlFileRunner.RunAsync(connection, new MigrationFile("landed", 1, "dump", dump));
        // The dump empties the search path of its session.
        await using var reset = new NpgsqlCommand("RESET ALL", connection);
        await reset.ExecuteNonQueryAsync();
    }
}
