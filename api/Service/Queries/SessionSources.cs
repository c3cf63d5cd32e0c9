using System.Collections.Concurrent;
using Npgsql;
using SocietyParty.Service.Access;

namespace SocietyParty.Service.Queries;

/// <summary>
/// Sessions of the database, a pool for each class of roles: a session starts in its role and never leaves it, so that plans are kept and
/// nothing has to be put back.
/// </summary>
public sealed class SessionSources : IDisposable
{
    // Far fewer people ask in one role at the same moment than ask at all.
    private const int SessionsMax = 8;
    private const string CurrentRole = "SELECT current_setting('role')";

    private readonly NpgsqlDataSource? everything;
    private readonly Func<AccessClass, NpgsqlDataSource> make;
    private readonly ConcurrentDictionary<AccessClass, Lazy<NpgsqlDataSource>> made = [];

    /// <param name="everything">Of whoever may see everything, not disposed of here; null: made like the others.</param>
    /// <param name="make">Of a class with policies; asked once for each.</param>
    public SessionSources(NpgsqlDataSource? everything, Func<AccessClass, NpgsqlDataSource> make) =>
        (this.everything, this.make) = (everything, make);

    /// <summary>Sessions like those of a connection string, each class's in its role.</summary>
    /// <param name="everything">Of whoever may see everything.</param>
    /// <param name="isLogin">Whether the connection is that of a login of the API's own: then nobody works as the database's owner.</param>
    public static SessionSources Of(NpgsqlDataSource everything, NpgsqlConnectionStringBuilder connection, bool isLogin, string name) =>
        isLogin ? new(null, of => InRole(connection, of, name)) : new(everything, of => InRole(connection, of, name));

    /// <summary>Sessions like those of a connection string, in a role.</summary>
    /// <param name="connection">Of the database's owner, or of a login that may take the roles.</param>
    public static NpgsqlDataSource InRole(NpgsqlConnectionStringBuilder connection, AccessClass of, string name)
    {
        var role = of.RoleName();
        var builder = new NpgsqlDataSourceBuilder(
            new NpgsqlConnectionStringBuilder(connection.ConnectionString)
            {
                Options = $"{connection.Options} -c role={role}",
                MaxPoolSize = Math.Min(SessionsMax, connection.MaxPoolSize),
            }.ConnectionString
        )
        {
            Name = name,
        };
        // A pooler between may drop what a session is opened with: it would see everything, as the login does.
        builder.UsePhysicalConnectionInitializer(
            session =>
            {
                using var asked = new NpgsqlCommand(CurrentRole, session);
                Require(role, asked.ExecuteScalar());
            },
            async session =>
            {
                await using var asked = new NpgsqlCommand(CurrentRole, session);
                Require(role, await asked.ExecuteScalarAsync());
            }
        );
        return builder.Build();
    }

    private static void Require(string role, object? current)
    {
        if (current is not string got || got != role)
        {
            throw new InvalidOperationException($"A session that was opened in the role {role} has the role {current}.");
        }
    }

    public NpgsqlDataSource For(RequestAccess access) => access.SeesEverything && everything is not null ? everything : Of(access.Class);

    /// <summary>Lets go of idle sessions, after the server went away.</summary>
    public void Clear()
    {
        everything?.Clear();
        foreach (var source in made.Values.Where(source => source.IsValueCreated))
        {
            source.Value.Clear();
        }
    }

    public void Dispose()
    {
        foreach (var source in made.Values.Where(source => source.IsValueCreated))
        {
            source.Value.Dispose();
        }
    }

    private NpgsqlDataSource Of(AccessClass of) => made.GetOrAdd(of, one => new Lazy<NpgsqlDataSource>(() => make(one))).Value;
}
