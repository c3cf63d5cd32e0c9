using Microsoft.Extensions.Configuration;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Options;

public sealed class EdgeOptionTests
{
    [Theory]
    [InlineData("PathBase", "/graph/", "/graph", "", 365)]
    [InlineData("PathBase", "/office/party-graph", "/office/party-graph", "", 365)]
    [InlineData("PathBase", "/", "", "", 365)]
    [InlineData("Proxies", "10.0.0.5; 10.1.0.0/16;::1", "", "10.0.0.5; 10.1.0.0/16;::1", 365)]
    [InlineData("HstsDays", "0", "", "", 0)]
    public void A_setting_is_taken(string name, string value, string path, string proxies, int days) =>
        Read(name, value).Value.Edge.ShouldBe(new EdgeSettings(path, proxies, days));

    [Theory]
    [InlineData("PathBase", "graph")]
    [InlineData("PathBase", "//evil.example")]
    [InlineData("PathBase", "/a\"b")]
    [InlineData("PathBase", "/a?b")]
    [InlineData("Proxies", "proxy.example.org")]
    [InlineData("Proxies", "10.0.0.5/99")]
    [InlineData("HstsDays", "-1")]
    [InlineData("Proxy", "10.0.0.5")]
    public void A_value_that_means_nothing_ends_the_start(string name, string value) =>
        Read(name, value).Errors.Single().Code.ShouldStartWith("SP-START-01");

    private static GraphQL.Language.Outcome<ServiceOptions> Read(string name, string value) =>
        OptionReader.Read(new ConfigurationBuilder().AddInMemoryCollection([new($"Edge:{name}", value)]).Build());
}
