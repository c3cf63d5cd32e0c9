using System.Globalization;
using System.Text;

namespace SocietyParty.Bench.Load;

/// <summary>Whole HTTP requests, made before the clock starts: each with its length in front.</summary>
internal static class RequestFile
{
    public static void Write(string file, int port, IEnumerable<(string Path, byte[] Body)> requests)
    {
        using var writer = new BinaryWriter(File.Create(file));
        foreach (var (path, body) in requests)
        {
            var head = Encoding.ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nAccept: "
                        + $"application/json\r\nContent-Length: {body.Length}\r\n\r\n"
                )
            );
            writer.Write(head.Length + body.Length);
            writer.Write(head);
            writer.Write(body);
        }
    }

    public static byte[][] Read(string file)
    {
        using var reader = new BinaryReader(File.OpenRead(file));
        var requests = new List<byte[]>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            requests.Add(reader.ReadBytes(reader.ReadInt32()));
        }

        return [.. requests];
    }
}
