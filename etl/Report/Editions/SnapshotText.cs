using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>A snapshot as text, with every digit, and back.</summary>
internal static class SnapshotText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Write(ReportSnapshot snapshot) => JsonSerializer.Serialize(snapshot, Options);

    public static ReportSnapshot Read(string text) => JsonSerializer.Deserialize<ReportSnapshot>(text, Options)!;

    /// <summary>SHA-256 in hex.</summary>
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 in hex.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
