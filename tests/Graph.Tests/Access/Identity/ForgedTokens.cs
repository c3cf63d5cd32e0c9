using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>Tokens made by hand: good ones, and each kind of bad one.</summary>
internal sealed class ForgedTokens(ProviderHost provider, DateTimeOffset now)
{
    private static readonly RSA Foreign = RSA.Create(2048);

    public JsonObject Header(string algorithm, string? key, string type = "at+jwt") =>
        new()
        {
            ["alg"] = algorithm,
            ["typ"] = type,
            ["kid"] = key,
        };

    public JsonObject Claims() =>
        new()
        {
            ["iss"] = provider.Issuer,
            ["aud"] = ProviderHost.Audience,
            ["sub"] = ProviderHost.Subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.AddMinutes(-1).ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        };

    /// <summary>As the provider would sign it.</summary>
    public string Good(string algorithm) =>
        algorithm switch
        {
            "RS256" => Sign(Header(algorithm, ProviderHost.RsaKey), Claims(), Rs256(provider.Rsa)),
            "PS256" => Sign(Header(algorithm, ProviderHost.RsaKey), Claims(), data =>
                provider.Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            ),
            _ => Sign(Header(algorithm, ProviderHost.EcKey), Claims(), data => provider.Ec.SignData(data, HashAlgorithmName.SHA256)),
        };

    public string Rotated(RSA key, string name) => Sign(Header("RS256", name), Claims(), Rs256(key));

    /// <summary>Each by what is wrong with it.</summary>
    public IReadOnlyDictionary<string, Func<string>> All =>
        new Dictionary<string, Func<string>>
        {
            ["alg none without a signature"] = () => Sign(Header("none", ProviderHost.RsaKey), Claims(), _ => []),
            ["alg none with a signature"] = () => Sign(Header("none", ProviderHost.RsaKey), Claims(), Rs256(provider.Rsa)),
            ["alg nOnE"] = () => Sign(Header("nOnE", null), Claims(), _ => [1]),
            ["alg empty"] = () => Sign(Header("", ProviderHost.RsaKey), Claims(), Rs256(provider.Rsa)),
            ["no alg"] = () => Sign(With(Header("", ProviderHost.RsaKey), header => header.Remove("alg")), Claims(), Rs256(provider.Rsa)),
            ["HS256 with the public key as PEM"] = () => Hs256(Encoding.ASCII.GetBytes(provider.Rsa.ExportSubjectPublicKeyInfoPem())),
            ["HS256 with the public key as DER"] = () => Hs256(provider.Rsa.ExportSubjectPublicKeyInfo()),
            ["HS256 with the modulus"] = () => Hs256(provider.Rsa.ExportParameters(false).Modulus!),
            ["HS256 with an empty key"] = () => Hs256([]),
            ["HS256 with the client's secret"] = () => Hs256(Encoding.UTF8.GetBytes(ProviderHost.ClientSecret)),
            ["RS512, signed by the provider"] = () =>
                Sign(Header("RS512", ProviderHost.RsaKey), Claims(), data =>
                    provider.Rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)
                ),
            ["another's key under the right name"] = () => Sign(Header("RS256", ProviderHost.RsaKey), Claims(), Rs256(Foreign)),
            ["another's key under its own name"] = () => Sign(Header("RS256", "foreign"), Claims(), Rs256(Foreign)),
            ["another's key without a name"] = () =>
                Sign(With(Header("RS256", null), header => header.Remove("kid")), Claims(), Rs256(Foreign)),
            ["kid is a path"] = () =>
                Sign(Header("HS256", "../../../dev/null"), Claims(), data => HMACSHA256.HashData(Array.Empty<byte>(), data)),
            ["kid is SQL"] = () => Sign(Header("RS256", "' OR 1=1 --"), Claims(), Rs256(Foreign)),
            ["embedded jwk"] = () => Sign(With(Header("RS256", "foreign"), header => header["jwk"] = Jwk()), Claims(), Rs256(Foreign)),
            ["embedded jwk, signed by the provider"] = () =>
                Sign(With(Header("RS256", ProviderHost.RsaKey), header => header["jwk"] = Jwk()), Claims(), Rs256(provider.Rsa)),
            ["jku"] = () => Named("jku", "http://127.0.0.1:1/keys"),
            ["x5u"] = () => Named("x5u", "http://127.0.0.1:1/certificate"),
            ["x5c of oneself"] = () =>
                Sign(With(Header("RS256", "foreign"), header => header["x5c"] = new JsonArray(Certificate())), Claims(), Rs256(Foreign)),
            ["crit"] = () => Named("crit", new JsonArray("exp")),
            ["b64 false"] = () => Named("b64", false),
            ["zip"] = () => Named("zip", "DEF"),
            ["typ of a proof"] = () => Sign(Header("RS256", ProviderHost.RsaKey, "dpop+jwt"), Claims(), Rs256(provider.Rsa)),
            ["typ of a logout"] = () => Sign(Header("RS256", ProviderHost.RsaKey, "logout+jwt"), Claims(), Rs256(provider.Rsa)),
            ["ES256 of zeros"] = () => Sign(Header("ES256", ProviderHost.EcKey), Claims(), _ => new byte[64]),
            ["ES256 as DER"] = () =>
                Sign(Header("ES256", ProviderHost.EcKey), Claims(), data =>
                    provider.Ec.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                ),
            ["ES256 under the name of an RSA key"] = () =>
                Sign(Header("ES256", ProviderHost.RsaKey), Claims(), data => provider.Ec.SignData(data, HashAlgorithmName.SHA512)),
            ["a signature cut short"] = () => Good("RS256")[..^5],
            ["a signature of another token"] = () =>
                string.Join('.', [.. Good("RS256").Split('.')[..2], Claimed("sub", "x").Split('.')[2]]),
            ["claims changed behind the signature"] = () =>
            {
                var (good, other) = (Good("RS256").Split('.'), Claimed("sub", "somebody").Split('.'));
                return $"{good[0]}.{other[1]}.{good[2]}";
            },
            ["two parts"] = () => string.Join('.', Good("RS256").Split('.')[..2]),
            ["four parts"] = () => Good("RS256") + ".x",
            ["five parts"] = () => Good("RS256") + ".x.y",
            ["no Base64"] = () => Good("RS256").Replace('.', '!'),
            ["claims that are no object"] = () => Raw(Header("RS256", ProviderHost.RsaKey).ToJsonString(), "[1]", Rs256(provider.Rsa)),
            ["expired"] = () => Claimed("exp", now.AddMinutes(-2).ToUnixTimeSeconds()),
            ["no exp"] = () => Claimed("exp", null),
            ["exp as a text"] = () => Claimed("exp", "never"),
            ["not yet"] = () => Claimed("nbf", now.AddMinutes(5).ToUnixTimeSeconds()),
            ["for somebody else"] = () => Claimed("aud", ProviderHost.Client),
            ["for nobody"] = () => Claimed("aud", null),
            ["for several others"] = () => Claimed("aud", new JsonArray("other", ProviderHost.Audience + "/", "GRAPH-API")),
            ["another issuer"] = () => Claimed("iss", "https://evil.example/"),
            ["an issuer with more behind"] = () => Claimed("iss", provider.Issuer + "x"),
            ["no issuer"] = () => Claimed("iss", null),
            ["several issuers"] = () => Claimed("iss", new JsonArray(provider.Issuer, "https://evil.example/")),
            ["no subject"] = () => Claimed("sub", null),
            ["an empty subject"] = () => Claimed("sub", ""),
            ["a subject that nobody knows"] = () => Claimed("sub", "subject-2"),
            ["several subjects"] = () => Claimed("sub", new JsonArray(ProviderHost.Subject, "subject-2")),
            ["a claim twice"] = () =>
                Raw(
                    Header("RS256", ProviderHost.RsaKey).ToJsonString(),
                    Claims().ToJsonString()[..^1] + $",\"sub\":\"{ProviderHost.Subject}\"}}",
                    Rs256(provider.Rsa)
                ),
            ["a header's name twice"] = () =>
                Raw(
                    Header("RS256", ProviderHost.RsaKey).ToJsonString()[..^1] + ",\"alg\":\"RS256\"}",
                    Claims().ToJsonString(),
                    Rs256(provider.Rsa)
                ),
        };

    private string Named(string name, JsonNode value) =>
        Sign(With(Header("RS256", ProviderHost.RsaKey), header => header[name] = value), Claims(), Rs256(provider.Rsa));

    private string Claimed(string name, JsonNode? value) => Sign(Header("RS256", ProviderHost.RsaKey), With(Claims(), claims =>
            {
                claims.Remove(name);
                if (value is not null)
                {
                    claims[name] = value;
                }
            }), Rs256(provider.Rsa));

    private string Hs256(byte[] key) => Sign(Header("HS256", ProviderHost.RsaKey), Claims(), data => HMACSHA256.HashData(key, data));

    private static Func<byte[], byte[]> Rs256(RSA key) => data => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static JsonObject With(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json;
    }

    private static JsonObject Jwk()
    {
        var key = Foreign.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["kid"] = "foreign",
            ["n"] = Base64Url.EncodeToString(key.Modulus!),
            ["e"] = Base64Url.EncodeToString(key.Exponent!),
        };
    }

    private static string Certificate()
    {
        var request = new CertificateRequest("CN=evil", Foreign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return Convert.ToBase64String(certificate.RawData);
    }

    private static string Sign(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign) =>
        Raw(header.ToJsonString(), claims.ToJsonString(), sign);

    private static string Raw(string header, string claims, Func<byte[], byte[]> sign)
    {
        var data = $"{Part(header)}.{Part(claims)}";
        return $"{data}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(data)))}";
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
