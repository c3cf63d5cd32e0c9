using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// The keys of what a browser carries to the provider and back stand in the database: the answer may come to another instance than the one
/// that asked, or to the same one after a start.
/// </summary>
internal sealed class ProtectionKeys([FromKeyedServices(NamedPool.Access)] NpgsqlDataSource database, IServiceProvider services)
    : IXmlRepository,
        IConfigureOptions<KeyManagementOptions>,
        IHostedService
{
    // Two databases of one server do not wait for each other.
    private const string TakeTurn = "SELECT pg_advisory_lock(hashtext('access.protection_key'))";
    private const string LeaveTurn = "SELECT pg_advisory_unlock(hashtext('access.protection_key'))";

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => provider.GetRequiredService<ProtectionKeys>());
        services.AddHostedService(provider => provider.GetRequiredService<ProtectionKeys>());
        // The name is part of every purpose; by default it is the program's folder, which differs between machines.
        services.AddDataProtection().SetApplicationName("SocietyParty.Graph");
        // It warns that keys are stored as they are: who reads this schema could write sessions as well.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
    }

    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM access.protection_key ORDER BY id").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = database.OpenConnection();
        connection.Execute(
            "INSERT INTO access.protection_key (name, xml) VALUES (@friendlyName, @xml)",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }
        );
    }

    /// <summary>
    /// Makes the first key before anybody needs it. Instances that start at the same moment take turns: each would make its own otherwise,
    /// and learn of the other's a day later.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(TakeTurn, cancellationToken: cancellationToken));
        try
        {
            _ = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([]);
        }
        finally
        {
            await connection.ExecuteAsync(LeaveTurn);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
