namespace SocietyParty.Bench;

/// <summary>What the service sets in its own sessions; the other peers get the same.</summary>
internal static class SessionSettings
{
    public const string Options = "-c jit=off -c TimeZone=Asia/Shanghai -c default_transaction_read_only=on";
}
