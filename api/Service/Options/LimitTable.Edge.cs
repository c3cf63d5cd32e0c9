namespace SocietyParty.Service.Options;

/// <content>The limits of the network's edge.</content>
public static partial class LimitTable
{
    private static LimitSetting[] OfEdge() =>
        [
            new(
                "HeaderBytesMax",
                4_096,
                Million,
                "",
                "Bytes of a request's headers; more is answered with 431",
                o => o.Http.HeaderBytesMax,
                (o, v) => o with { Http = o.Http with { HeaderBytesMax = v } }
            ),
            new(
                "RequestsPerMinute",
                0,
                Million,
                "SP-LIMIT-108",
                "Requests of one token or session in a minute, operations over its WebSockets included, where everybody signs in; 0: any "
                    + "number",
                o => o.Rates.PerCaller,
                (o, v) => o with { Rates = o.Rates with { PerCaller = v } }
            ),
            new(
                "AddressRequestsPerMinute",
                0,
                Million,
                "SP-LIMIT-108",
                "Requests from one address in a minute, where everybody signs in; 0: any number",
                o => o.Rates.PerAddress,
                (o, v) => o with { Rates = o.Rates with { PerAddress = v } }
            ),
        ];
}
