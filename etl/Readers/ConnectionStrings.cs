using System.Globalization;
using Npgsql;

namespace SocietyParty.Etl.Readers;

/// <summary>How a reader connects, in the words of one tool.</summary>
public sealed record ToolConnection(string Tool, string Text);

/// <summary>One address and login in the spelling of each tool. Passwords and names of readers need no escaping anywhere.</summary>
public static class ConnectionStrings
{
    /// <param name="owner">The connection that made the reader: server, port, database and encryption are its.</param>
    public static IReadOnlyList<ToolConnection> Of(string owner, string name, string password)
    {
        var at = new NpgsqlConnectionStringBuilder(owner);
        var port = at.Port.ToString(CultureInfo.InvariantCulture);
        var (host, database) = (at.Host ?? "localhost", at.Database ?? name);
        var ssl = SslModeOf(at.SslMode);
        var place = $"{HostInUri(host)}:{port}/{Uri.EscapeDataString(database)}";
        var fields = $"host {host}, port {port}, database {database}, user {name}, password {password}, schema mart";
        return
        [
            new("psql, libpq", $"postgresql://{name}:{password}@{place}?sslmode={ssl}"),
            new(
                "Npgsql (.NET)",
                new NpgsqlConnectionStringBuilder
                {
                    Host = host,
                    Port = at.Port,
                    Database = database,
                    Username = name,
                    Password = password,
                    SslMode = at.SslMode,
                }.ConnectionString
            ),
            new(
                "ODBC",
                $"Driver={{PostgreSQL Unicode}};Server={host};Port={port};Database={database};Uid={name};Pwd={password};SSLmode={ssl}"
            ),
            new("JDBC", $"jdbc:postgresql://{place}?user={name}&password={password}&sslmode={ssl}"),
            new(
                "R",
                $"DBI::dbConnect(RPostgres::Postgres(), host = \"{host}\", port = {port}, dbname = \"{database}\", user = \"{name}\", "
                    + $"password = \"{password}\", sslmode = \"{ssl}\")"
            ),
            new("Python", $"psycopg.connect(\"postgresql://{name}:{password}@{place}?sslmode={ssl}\")"),
            new("Superset", $"postgresql+psycopg2://{name}:{password}@{place}?sslmode={ssl}"),
            new("Power BI", $"PostgreSQL.Database(\"{host}:{port}\", \"{database}\"), user {name}, password {password}"),
            new(
                "FineBI",
                $"jdbc:postgresql://{place}?sslmode={ssl}, driver org.postgresql.Driver, user {name}, password {password}, schema mart"
            ),
            new("Tableau", $"PostgreSQL, {fields}"),
            new("Metabase", $"PostgreSQL, {fields}"),
            new(
                "LibreOffice",
                $"sdbc:postgresql:host={host} port={port} dbname={database} sslmode={ssl}, user {name}, password {password}"
            ),
        ];
    }

    private static string HostInUri(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : Uri.EscapeDataString(host);

    private static string SslModeOf(SslMode mode) =>
        mode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            _ => mode.ToString().ToLowerInvariant(),
        };
}
