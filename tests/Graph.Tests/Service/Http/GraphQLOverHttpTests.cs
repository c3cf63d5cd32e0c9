using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>Transport: methods, media types, status codes, malformed requests.</summary>
[Collection(ServiceCollection.Name)]
public sealed class GraphQLOverHttpTests(ServiceFixture service)
{
    private const string Newer = "application/graphql-response+json";
    private const string Older = "application/json";

    [Theory]
    [InlineData(Newer, "{ __typename }", 200, Newer)]
    [InlineData(Older, "{ __typename }", 200, Older)]
    [InlineData("*/*", "{ __typename }", 200, Older)]
    [InlineData(Newer + ", " + Older + ";q=0.9", "{ __typename }", 200, Newer)]
    [InlineData(Newer, "{ nothing }", 400, Newer)]
    [InlineData(Older, "{ nothing }", 200, Older)]
    [InlineData(Newer, "{", 400, Newer)]
    [InlineData("text/csv", "{ __typename }", 406, Older)]
    public async Task Accept_decides_media_type_and_status(string accept, string query, int status, string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, Older),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await service.Client.SendAsync(request);
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
    }

    [Theory]
    [InlineData("{\"query\": \"{ __typename }\"", 400, "SP-HTTP-002")]
    [InlineData("[]", 400, "SP-HTTP-005")]
    [InlineData("3", 400, "SP-HTTP-002")]
    [InlineData("{}", 400, "SP-HTTP-004")]
    [InlineData("{\"query\": 3}", 400, "SP-HTTP-004")]
    [InlineData("{\"query\": \"{ branches(where: { name: { eq: \\\"\\ud800\\\" } }) { totalCount } }\"}", 400, "SP-HTTP-004")]
    [InlineData("{\"query\": \"{ __typename }\", \"variables\": []}", 400, "SP-HTTP-005")]
    [InlineData("{\"query\": \"{ __typename }\", \"operationName\": 7}", 400, "SP-HTTP-004")]
    [InlineData("{\"query\": \"{ __typename }\", \"extensions\": \"x\"}", 400, "SP-HTTP-004")]
    public async Task A_malformed_body_is_told(string body, int status, string code)
    {
        using var response = await service.Client.PostAsync("/graphql", new StringContent(body, Encoding.UTF8, Older));
        ((int)response.StatusCode).ShouldBe(status);
        (await CodeAsync(response)).ShouldBe(code);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.5", "{}", "缺少“query”，请在其中填写查询文本。")]
    [InlineData("en", "{}", "\"query\" is missing: send a document in it.")]
    [InlineData("zh-CN", "{\"query\": \"{", "请求体不是有效的 JSON，出错处在第 1 行第 13 字节。")]
    [InlineData(
        "zh-CN",
        "{\"query\": \"subscription { branchChanged { __typename } }\"}",
        "订阅需要保持打开的连接：请接受 text/event-stream，"
    )]
    public async Task What_is_wrong_is_said_in_the_language_of_the_request(string language, string body, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Older) };
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        using var response = await service.Client.SendAsync(request);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answer.GetProperty("errors")[0].GetProperty("message").GetString().ShouldStartWith(said);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task A_content_type_that_a_form_can_send_is_refused(string type)
    {
        var content = new StringContent("{\"query\": \"{ __typename }\"}");
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var response = await service.Client.PostAsync("/graphql", content);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var body = JsonSerializer.Serialize(new { query = "{ __typename }" + new string(' ', 1_100_000) });
        // The answer comes before the body is sent, so that no connection breaks under it.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Older) };
        request.Headers.ExpectContinue = true;
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await CodeAsync(response)).ShouldBe("SP-HTTP-003");
    }

    [Fact]
    public async Task Get_takes_query_variables_and_operation_name()
    {
        var query = Uri.EscapeDataString(
            "query A { __typename } query B($c: BranchCategory!) { branches(where: { category: { eq: $c } }) { totalCount } }"
        );
        var variables = Uri.EscapeDataString("{\"c\": \"C\"}");
        using var answer = JsonDocument.Parse(
            await service.Client.GetStringAsync($"/graphql?query={query}&operationName=B&variables={variables}")
        );
        answer.RootElement.GetProperty("data").GetProperty("branches").GetProperty("totalCount").GetInt32().ShouldBe(61);
    }

    [Theory]
    [InlineData("/graphql", "SP-HTTP-004")]
    [InlineData("/graphql?query={__typename}&variables=[1]", "SP-HTTP-004")]
    [InlineData("/graphql?query={__typename}&variables=nonsense", "SP-HTTP-004")]
    public async Task A_malformed_get_is_told(string address, string code)
    {
        using var response = await service.Client.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CodeAsync(response)).ShouldBe(code);
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        using var response = await service.Client.DeleteAsync("/graphql");
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/graphql")]
    public async Task A_browser_gets_a_page_that_loads_nothing_from_elsewhere(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        (await response.Content.ReadAsStringAsync()).ShouldNotMatch("(src|href)=[\"']?(https?:)?//");
    }

    [Fact]
    public async Task Health_tells_that_the_database_answers() => (await service.Client.GetStringAsync("/health")).ShouldBe("ok");

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }
}
