using System.Text;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>A session by itself, with a clock that the test moves.</summary>
public sealed class SocketSessionTests
{
    private static readonly TransportLimits Limits = new(InitMs: 1_000, CloseMs: 3_600_000);

    [Theory]
    [InlineData(false, 999, null)]
    [InlineData(false, 1_000, 4408)]
    [InlineData(true, 1_000, null)]
    public async Task A_socket_has_so_long_to_initialise(bool isInitialised, int milliseconds, int? code)
    {
        var (socket, time) = (new ScriptedSocket(), new ManualTime());
        using var channel = new SocketChannel(socket, Limits, CancellationToken.None);
        var session = Task.Run(() => new SocketSession(channel, null!, null!, Limits, time).RunAsync(CancellationToken.None));
        if (isInitialised)
        {
            (await AskAsync(socket, """{"type":"connection_init"}""")).ShouldBe("""{"type":"connection_ack"}""");
        }

        await Eventually.BeAsync(() => time.IsWatched);

        // In the pool, where what waits for the clock goes on at once.
        await Task.Run(() => time.Pass(TimeSpan.FromMilliseconds(milliseconds)));
        if (code is null)
        {
            (await AskAsync(socket, """{"type":"ping"}""")).ShouldBe("""{"type":"pong"}""");
        }
        else
        {
            await Eventually.BeAsync(() => socket.Code is not null);
        }

        ((int?)socket.Code).ShouldBe(code);
        socket.Leave();
        await session;
    }

    private static async Task<string> AskAsync(ScriptedSocket socket, string message)
    {
        socket.Say(message);
        using var late = new CancellationTokenSource(OpenService.Patience);
        return Encoding.UTF8.GetString(await socket.Heard.ReadAsync(late.Token));
    }
}
