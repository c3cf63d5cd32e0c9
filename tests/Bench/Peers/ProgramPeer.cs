using System.Diagnostics;
using System.Globalization;
using SocietyParty.Bench.Floor;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Peers;

/// <summary>A floor of something that is no query: this program again, under a hidden verb.</summary>
internal sealed class ProgramPeer(string verb, string connection) : Peer(PeerNames.Floor)
{
    public override bool CanAnswer(BenchQuery query) => false;

    public override (string Path, byte[] Body) Request(BenchQuery query, Sample sample) =>
        throw new InvalidOperationException("It answers no query.");

    protected override ProcessStartInfo StartInfo()
    {
        var start = DotNet("SocietyParty.Bench.dll", verb, Port.ToString(CultureInfo.InvariantCulture));
        start.Environment[FloorVerb.ConnectionVariable] = connection;
        return start;
    }
}
