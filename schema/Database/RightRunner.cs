using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>Brings <c>access.role_right</c> to the file that the program carries, in the transaction that is open.</summary>
internal sealed class RightRunner(NpgsqlConnection connection)
{
    private const string ReadChecksum = "SELECT checksum FROM access.right_list";

    private const string Apply = """
        DELETE FROM access.role_right;
        INSERT INTO access.role_right (role, code) SELECT * FROM unnest(@roles, @rights);
        INSERT INTO access.right_list (checksum) VALUES (@checksum)
        ON CONFLICT (is_only) DO UPDATE SET checksum = excluded.checksum, applied_at = excluded.applied_at;
        """;

    public async Task RunAsync(RightList list, CancellationToken ct)
    {
        await using (var read = new NpgsqlCommand(ReadChecksum, connection))
        {
            if (await read.ExecuteScalarAsync(ct) as string == list.Checksum)
            {
                return;
            }
        }

        var pairs = list.Roles.SelectMany(role => role.Value.Select(right => (Role: role.Key, Right: right))).ToList();
        await using var command = new NpgsqlCommand(Apply, connection);
        command.Parameters.AddWithValue("roles", pairs.Select(pair => pair.Role).ToArray());
        command.Parameters.AddWithValue("rights", pairs.Select(pair => pair.Right).ToArray());
        command.Parameters.AddWithValue("checksum", list.Checksum);
        await command.ExecuteNonQueryAsync(ct);
    }
}
