using Microsoft.Extensions.Configuration;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Options;

public sealed class OptionReaderTests
{
    [Fact]
    public void Without_settings_everything_is_as_its_record_says() => Read().ShouldBe(new ServiceOptions());

    [Fact]
    public void Every_limit_can_be_set_and_sets_one_value_alone()
    {
        foreach (var limit in LimitTable.All)
        {
            var value = limit.Get(new()) == limit.Min ? limit.Min + 1 : limit.Get(new()) - 1;
            var set = Read(("Limits:" + limit.Name, value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            limit.Get(set).ShouldBe(value, limit.Name);
            limit.Set(set, limit.Get(new())).ShouldBe(new ServiceOptions(), limit.Name);
        }
    }

    [Fact]
    public void Switches_and_trusted_documents_can_be_set()
    {
        var set = Read(
            ("switches:introspection", "false"),
            ("Switches:GraphiQL", "False"),
            ("Switches:RequestBatching", "true"),
            ("Switches:VariableBatching", "true"),
            ("Switches:Mutations", "false"),
            ("Switches:AllowedOrigins", "https://example.org; http://127.0.0.1:3000"),
            ("TrustedDocuments:Folder", "documents"),
            ("TrustedDocuments:Only", "true")
        );
        set.Switches.ShouldBe(new Switches(false, false, true, true, false, "https://example.org; http://127.0.0.1:3000"));
        set.Trusted.ShouldBe(new TrustOptions("documents", Only: true));
    }

    [Theory]
    [InlineData(
        "Limits:PageSizMax",
        "5",
        "SP-START-010 There is no setting Limits:PageSizMax. Did you mean \"PageSizeMax\" or \"PagesAheadMax\"? It is set in "
            + "appsettings.json, by the environment variable Limits__PageSizMax, or by --set Limits:PageSizMax=VALUE."
    )]
    [InlineData(
        "Limits:PageSizeMax",
        "0",
        "SP-START-011 Limits:PageSizeMax is \"0\"; it takes a whole number from 1 to 10000; left out it is 500. It is set in "
            + "appsettings.json, by the environment variable Limits__PageSizeMax, or by --set Limits:PageSizeMax=VALUE."
    )]
    [InlineData(
        "Limits:ErrorsMax",
        "10",
        "SP-START-011 Limits:ErrorsMax is \"10\"; it takes a whole number from 1 to 9; left out it is 9. It is set in "
            + "appsettings.json, by the environment variable Limits__ErrorsMax, or by --set Limits:ErrorsMax=VALUE."
    )]
    [InlineData(
        "Limits:TokensMax",
        "many",
        "SP-START-011 Limits:TokensMax is \"many\"; it takes a whole number from 100 to 1000000; left out it is 10000. It is set "
            + "in appsettings.json, by the environment variable Limits__TokensMax, or by --set Limits:TokensMax=VALUE."
    )]
    [InlineData(
        "Switches:Introspection",
        "off",
        "SP-START-011 Switches:Introspection is \"off\"; it takes true or false. It is set in appsettings.json, by the "
            + "environment variable Switches__Introspection, or by --set Switches:Introspection=VALUE."
    )]
    [InlineData(
        "Switches:Playground",
        "true",
        "SP-START-010 There is no setting Switches:Playground. There are: Introspection, GraphiQL, RequestBatching, "
            + "VariableBatching, Mutations, JsonLogs, AllowedOrigins. It is set in appsettings.json, by the environment variable "
            + "Switches__Playground, or by --set Switches:Playground=VALUE."
    )]
    [InlineData(
        "Switches:RequestBatching",
        "yes",
        "SP-START-011 Switches:RequestBatching is \"yes\"; it takes true or false. It is set in appsettings.json, by the "
            + "environment variable Switches__RequestBatching, or by --set Switches:RequestBatching=VALUE."
    )]
    [InlineData(
        "Switches:AllowedOrigins",
        "https://a.org;b.org",
        "SP-START-011 Switches:AllowedOrigins is \"https://a.org;b.org\"; it takes origins such as https://example.org, without "
            + "a path, separated by semicolons. It is set in appsettings.json, by the environment variable Switches__AllowedOrigins, or "
            + "by --set Switches:AllowedOrigins=VALUE."
    )]
    [InlineData(
        "Switches:AllowedOrigins",
        "https://a.org/",
        "SP-START-011 Switches:AllowedOrigins is \"https://a.org/\"; it takes origins such as https://example.org, without a "
            + "path, separated by semicolons. It is set in appsettings.json, by the environment variable Switches__AllowedOrigins, or by "
            + "--set Switches:AllowedOrigins=VALUE."
    )]
    [InlineData(
        "Limits:BatchMax",
        "0",
        "SP-START-011 Limits:BatchMax is \"0\"; it takes a whole number from 1 to 1000; left out it is 10. It is set in "
            + "appsettings.json, by the environment variable Limits__BatchMax, or by --set Limits:BatchMax=VALUE."
    )]
    [InlineData(
        "TrustedDocuments:Only",
        "true",
        "SP-START-011 TrustedDocuments:Only is on, but no document is trusted: set TrustedDocuments:Folder to the folder of the documents."
    )]
    [InlineData(
        "Limits:PageSizeMax",
        "10",
        "SP-START-011 Limits:PageSizeDefault is 20, more than Limits:PageSizeMax, which is 10. Lower the one or raise the other."
    )]
    [InlineData(
        "Database:Port",
        "80",
        "SP-START-011 Database:Port is \"80\"; it takes a port from 1024 to 65535. It is set in appsettings.json, by the environment "
            + "variable Database__Port, or by --set Database:Port=VALUE."
    )]
    public void A_setting_that_cannot_be_used_is_told(string name, string value, string error) =>
        OptionReader.Read(Configuration((name, value))).Errors.Single().ToString().ShouldBe(error);

    [Theory]
    [InlineData("Access:Mode", "1", "SP-START-011")]
    [InlineData("Access:Mode", "closed", "SP-START-011")]
    [InlineData("Access:ProxySecret", "short", "SP-START-011")]
    [InlineData("Access:SessionMinutes", "0", "SP-START-011")]
    [InlineData("Access:SessionHours", "169", "SP-START-011")]
    [InlineData("Access:Oidc:Authority", "http://id.example.org", "SP-START-011")]
    [InlineData("Access:Oidc:Authority", "id.example.org", "SP-START-011")]
    [InlineData("Access:Oidc:ClientId", "graph", "SP-START-011")]
    [InlineData("Access:Oidc:Scope", "graph", "SP-START-010")]
    [InlineData("Access:Password", "graph", "SP-START-010")]
    public void A_setting_of_access_that_cannot_be_used_is_told(string name, string value, string code)
    {
        var error = OptionReader.Read(Configuration((name, value))).Errors.Single();
        error.Code.ShouldBe(code);
        // A secret stands in no log.
        error.Message.Contains("short", StringComparison.Ordinal).ShouldBeFalse();
    }

    [Fact]
    public void Access_can_be_set()
    {
        var secret = new string('s', AccessSettings.SecretLengthMin);
        Read(
            ("Access:Mode", "signin"),
            ("Access:ProxySecret", secret),
            ("Access:SessionMinutes", "30"),
            ("Access:SessionHours", "8"),
            ("Access:Oidc:Authority", "https://id.example.org/realm"),
            ("Access:Oidc:ClientId", "graph"),
            ("Access:Oidc:ClientSecret", "hidden"),
            ("Access:Oidc:Audience", "graph-api")
        )
            .Access.ShouldBe(
                new AccessSettings(AccessMode.SignIn, secret, 30, 8)
                {
                    Provider = new("https://id.example.org/realm", "graph", "hidden", "graph-api"),
                }
            );
    }

    [Theory]
    [InlineData("Access:ProxySecret=0123456789012345678901234567890123456789")]
    [InlineData("access:oidc:clientsecret=hidden")]
    public void Secrets_are_not_taken_from_the_command_line(string setting)
    {
        var error = OptionReader.Read([setting]).Errors.Single();
        error.Code.ShouldBe("SP-START-010");
        error.Message.ShouldNotContain(setting.Split('=')[1]);
    }

    [Theory]
    [InlineData("Limits:PageSizeMax=50", null)]
    [InlineData(
        "PageSizeMax=50",
        "SP-START-010 --set PageSizeMax=50 is no setting. Write NAME=VALUE with a name in Limits, Switches, TrustedDocuments, "
            + "Database, Rules, Access, Edge, such as Limits:PageSizeMax=100."
    )]
    [InlineData(
        "Limits:PageSizeMax",
        "SP-START-010 --set Limits:PageSizeMax is no setting. Write NAME=VALUE with a name in Limits, Switches, "
            + "TrustedDocuments, Database, Rules, Access, Edge, such as Limits:PageSizeMax=100."
    )]
    public void The_command_line_sets_too(string setting, string? error)
    {
        var read = OptionReader.Read([setting]);
        read.Errors.SingleOrDefault()?.ToString().ShouldBe(error);
        if (error is null)
        {
            read.Value.Query.PageSizeMax.ShouldBe(50);
        }
    }

    [Fact]
    public void The_port_of_the_private_cluster_is_a_setting()
    {
        Read().Database.Port.ShouldBeNull();
        Read(("Database:Port", "25432")).Database.Port.ShouldBe(25432);
    }

    private static ServiceOptions Read(params (string Name, string Value)[] settings) => OptionReader.Read(Configuration(settings)).Value;

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
}
