using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>Who asks and in which language, whichever way a request comes; of a socket its opening request says so.</summary>
internal static class Caller
{
    public static GraphQLRequest From(this GraphQLRequest request, HttpRequest http) =>
        request with
        {
            Actor = ActorHeader.Of(http),
            Language = BrowserLanguage.OfApi(http),
        };
}
