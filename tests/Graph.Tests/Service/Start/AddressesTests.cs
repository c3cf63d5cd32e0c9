using System.Net;
using System.Net.Sockets;
using SocietyParty.Etl.Output;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>What the service cannot listen on ends the start in one line, before anything is made.</summary>
public sealed class AddressesTests
{
    [Theory]
    [InlineData("notaurl", "SP-START-020")]
    [InlineData("ftp://127.0.0.1:5080", "SP-START-020")]
    [InlineData("http://127.0.0.1:99999", "SP-START-020")]
    [InlineData("http://127.0.0.1:5080/path", "SP-START-020")]
    [InlineData(" ; ", "SP-START-020")]
    [InlineData("http://localhost:0", "SP-START-020")]
    [InlineData("http://127.0.0.1:0;notaurl", "SP-START-020")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:0", "SP-START-020")]
    [InlineData("https://127.0.0.1:0", "SP-START-021")]
    [InlineData("http://192.0.2.1:0", "SP-START-023")]
    [InlineData("http://[2001:db8::1]:0", "SP-START-023")]
    [InlineData("http://graph.example.org:5080", "SP-START-023")]
    public void What_cannot_be_listened_on_is_told(string urls, string code)
    {
        var problem = Addresses.Problem(urls, Words.English).ShouldNotBeNull();
        problem.ShouldStartWith(code + " ");
        problem.ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://0.0.0.0:0")]
    [InlineData(" http://127.0.0.1:0 ; http://0.0.0.0:0/ ;")]
    public void What_can_be_listened_on_passes(string urls) => Addresses.Problem(urls, Words.English).ShouldBeNull();

    [Fact]
    public void The_sixth_version_of_the_protocol_passes_where_the_machine_has_it() =>
        Addresses
            .Problem("http://[::1]:0", Words.English)
            .ShouldBe(HasVersionSix() ? null : Addresses.Tell(SocketError.AddressNotAvailable, "http://[::1]:0", 0, Words.English));

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:{0}")]
    public void A_port_in_use_is_told_whatever_the_address_is_written_as(string urls)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Addresses
            .Problem(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, urls, ((IPEndPoint)taken.LocalEndpoint).Port),
                Words.English
            )
            .ShouldNotBeNull()
            .ShouldStartWith("SP-START-001 ");
    }

    [Fact]
    public void Two_addresses_that_are_the_same_port_are_told()
    {
        var port = FreePort();
        Addresses
            .Problem($"http://127.0.0.1:{port};http://localhost:{port}", Words.English)
            .ShouldNotBeNull()
            .ShouldStartWith("SP-START-001 ");
    }

    [Fact]
    public void A_look_leaves_the_port_free()
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        Addresses.Problem(url, Words.English).ShouldBeNull();
        Addresses.Problem(url, Words.English).ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null)]
    [InlineData("http://127.8.0.1:5080;http://[::1]:5080;http://LOCALHOST:5080", null)]
    [InlineData("http://unix:/run/societyparty.sock", null)]
    [InlineData("http://*:5080", "http://*:5080")]
    [InlineData("http://+:5080", "http://+:5080")]
    [InlineData("http://0.0.0.0:5080", "http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080", "http://[::]:5080")]
    [InlineData("http://127.0.0.1:5080; http://10.0.0.7:5080", "http://10.0.0.7:5080")]
    [InlineData("http://localhost.example.org:5080", "http://localhost.example.org:5080")]
    public void What_others_reach_is_known(string urls, string? beyond) => Addresses.Beyond(urls).ShouldBe(beyond);

    [Fact]
    public async Task Nobody_else_reaches_a_service_in_which_nobody_signs_in()
    {
        var folder = Path.Combine(Path.GetTempPath(), "societyparty-open-" + Guid.NewGuid().ToString("N"));
        await using var service = ServiceProcess.Start(["--data", folder, "--urls", "http://0.0.0.0:0"]);
        (await service.EndAsync()).ShouldBe(1);
        service.Output.Trim().ShouldStartWith("SP-START-025 ");
        service.Output.ShouldContain("Access__Mode=SignIn");
        Directory.Exists(folder).ShouldBeFalse();
    }

    // Root may listen on any port, so this is not tried but told.
    [Theory]
    [InlineData(SocketError.AccessDenied, 80, "SP-START-022 ")]
    [InlineData(SocketError.AccessDenied, 8080, "SP-START-024 ")]
    [InlineData(SocketError.NetworkDown, 8080, "SP-START-024 ")]
    public void Each_failure_has_its_sentence(SocketError error, int port, string code) =>
        Addresses.Tell(error, $"http://127.0.0.1:{port}", port, Words.English).ShouldNotBeNull().ShouldStartWith(code);

    [Theory]
    [InlineData("notaurl", "SP-START-020")]
    [InlineData("https://127.0.0.1:0", "SP-START-021")]
    [InlineData("http://192.0.2.1:5080", "SP-START-023")]
    public async Task The_program_says_it_in_one_line_and_makes_nothing(string urls, string code)
    {
        var folder = Path.Combine(Path.GetTempPath(), "societyparty-addresses-" + Guid.NewGuid().ToString("N"));
        await using var service = ServiceProcess.Start(["--data", folder, "--urls", urls]);
        (await service.EndAsync()).ShouldBe(1);
        service.Output.Trim().ShouldStartWith(code);
        service.Output.Trim().ShouldNotContain("\n");
        Directory.Exists(folder).ShouldBeFalse();
    }

    /// <summary>A port that was free a moment ago; another one where somebody has taken it since.</summary>
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            listener.Stop();
            if (Addresses.Problem($"http://localhost:{port}", Words.English) is null)
            {
                return port;
            }
        }
    }

    private static bool HasVersionSix()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
