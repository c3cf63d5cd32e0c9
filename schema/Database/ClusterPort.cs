using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SocietyParty.Schema.Database;

/// <summary>
/// The port of a data folder's server, kept in its file <c>port</c>: chosen once, and the same at each start, because tools that read
/// the warehouse keep an address.
/// </summary>
internal sealed class ClusterPort
{
    /// <summary>The least port that an ordinary user may take.</summary>
    public const int Min = 1024;

    private const string FileName = "port";

    // Below what systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere): one of those could take it any moment.
    private const int FirstChoice = 20_000;
    private const int LastChoice = 29_999;
    private const int ChoicesMax = 100;

    private readonly string folder;
    private readonly int? asked;

    /// <exception cref="DatabaseSetupException">What is asked for is no port that can be taken.</exception>
    public ClusterPort(string folder, int? asked)
    {
        (this.folder, this.asked) = (folder, asked);
        if (asked is < Min or > IPEndPoint.MaxPort)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-308",
                (
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--database-port {asked} is not a number from {Min} to {IPEndPoint.MaxPort}."
                    ),
                    string.Create(CultureInfo.InvariantCulture, $"--database-port 填的 {asked} 不在 {Min} 到 {IPEndPoint.MaxPort} 之间。")
                ),
                ("Choose one of those.", "请在这个范围内选一个。")
            );
        }
    }

    private string KeptIn => Path.Combine(folder, FileName);

    /// <summary>Whether another port may be tried where this one is taken: only while nobody knows it.</summary>
    public bool IsFree => asked is null && !File.Exists(KeptIn);

    /// <summary>What was asked for, else what was kept, else a free one.</summary>
    /// <exception cref="DatabaseSetupException">It is taken, or the file holds none.</exception>
    public int Take()
    {
        if ((asked ?? Kept()) is not { } port)
        {
            return Choose();
        }

        return IsTaken(port) ? throw Taken(port) : port;
    }

    /// <summary>Keeps the port of a server that has started.</summary>
    public void Keep(int port)
    {
        var text = port.ToString(CultureInfo.InvariantCulture);
        if (!File.Exists(KeptIn) || File.ReadAllText(KeptIn).Trim() != text)
        {
            File.WriteAllText(KeptIn, text + "\n");
        }
    }

    /// <summary>What to say where something else listens there.</summary>
    public DatabaseSetupException Taken(int port)
    {
        var whose =
            PortHolders.Find(port) is { } holder ? $"by {holder}"
            : OperatingSystem.IsWindows() ? "by another program, which `netstat -ano` names"
            : OperatingSystem.IsMacOS() ? $"by another program, which `lsof -i :{port}` names"
            : $"by another program, which `ss -ltnp sport = :{port}` as root names";
        var by = PortHolders.Find(port) is { } named ? $"{named} " : "其他程序";
        return new DatabaseSetupException(
            "SP-CLUSTER-305",
            asked is null
                ? (
                    $"The data folder {folder} keeps port {port}, which is in use {whose}.",
                    $"数据文件夹“{folder}”一直使用端口 {port}，现在被{by}占用。"
                )
                : ($"--database-port {port} is in use {whose}.", $"--database-port 填的端口 {port} 被{by}占用。"),
            asked is null
                ? (
                    "Stop that program, or move to another port for good with --database-port; tools that hold the old address need the "
                        + "new one.",
                    "请停止占用的程序，或者用 --database-port 改用另一个端口；报表工具等也要改用新的端口。"
                )
                : ("Stop that program, or choose another port.", "请停止占用的程序，或者换一个端口。")
        );
    }

    private int? Kept()
    {
        if (!File.Exists(KeptIn))
        {
            return null;
        }

        var text = File.ReadAllText(KeptIn).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= Min and <= IPEndPoint.MaxPort
            ? port
            : throw new DatabaseSetupException(
                "SP-CLUSTER-306",
                ($"The file {KeptIn} holds no port.", $"文件“{KeptIn}”中没有端口。"),
                (
                    "Name the port with --database-port, or remove the file: then a free one is chosen.",
                    "请用 --database-port 填写端口，或者删除该文件，程序会选一个空闲的。"
                )
            );
    }

    private static int Choose()
    {
        for (var choice = 0; choice < ChoicesMax; choice++)
        {
            // By chance, so that two folders seldom meet when both run.
            var port = RandomNumberGenerator.GetInt32(FirstChoice, LastChoice + 1);
            if (!IsTaken(port))
            {
                return port;
            }
        }

        throw new DatabaseSetupException(
            "SP-CLUSTER-307",
            (
                string.Create(CultureInfo.InvariantCulture, $"No free port was found from {FirstChoice} to {LastChoice}."),
                string.Create(CultureInfo.InvariantCulture, $"从 {FirstChoice} 到 {LastChoice} 没有找到空闲的端口。")
            ),
            ("Name a free one with --database-port.", "请用 --database-port 填写一个空闲的端口。")
        );
    }

    private static bool IsTaken(int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As PostgreSQL does on Unix: what an earlier server's closed connections still hold is free.
            listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, !OperatingSystem.IsWindows());
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(1);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
