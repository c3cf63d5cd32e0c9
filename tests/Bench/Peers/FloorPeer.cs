using System.Diagnostics;
using System.Globalization;
using System.Text;
using SocietyParty.Bench.Floor;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Peers;

/// <summary>The floor: this program again, as <c>serve-floor</c>.</summary>
internal sealed class FloorPeer(string connection) : Peer(PeerNames.Floor)
{
    public override string Description => "a minimal endpoint, hand-written SQL, JSON made by PostgreSQL and passed through";

    public override bool CanAnswer(BenchQuery query) => true;

    public override (string Path, byte[] Body) Request(BenchQuery query, Sample sample) =>
        ($"/{query.Name}", Encoding.UTF8.GetBytes(query.Floor(sample).ToJsonString()));

    protected override ProcessStartInfo StartInfo()
    {
        var start = DotNet("SocietyParty.Bench.dll", FloorVerb.Name, Port.ToString(CultureInfo.InvariantCulture));
        start.Environment[FloorVerb.ConnectionVariable] = connection;
        return start;
    }
}
