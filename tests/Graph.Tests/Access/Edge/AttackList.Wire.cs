using System.Text;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <content>What is sent beside documents: bodies, addresses, headers, forms, bytes and files.</content>
internal static partial class AttackList
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Csv = "text/csv";

    private static IEnumerable<Attack> Bodies() =>
        [
            Attack.Body("a batch", "[" + string.Join(',', Enumerable.Repeat("{\"query\":\"{__typename}\"}", 1_000)) + "]"),
            Attack.Body("a list of nothing", "[]"),
            Attack.Body("nothing", ""),
            Attack.Body("null", "null"),
            Attack.Body("a number", "1"),
            Attack.Body("the same twice", "{\"query\":\"{a}\",\"query\":\"{__typename}\"}"),
            Attack.Body("half a pair", "{\"query\":\"{ branches(where: { name: { eq: \\\"\\ud800\\\" } }) { totalCount } }\"}"),
            Attack.Body("lists of JSON without end", Times("[", 100_000)),
            Attack.Body("a query that is an object", "{\"query\":{\"a\":1}}"),
            Attack.Body("prototypes", "{\"query\":\"{__typename}\",\"__proto__\":{\"a\":1},\"constructor\":{}}"),
            Attack.Body(
                "a document by a forged hash",
                "{\"extensions\":{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"../../etc/passwd\"}}}"
            ),
            Attack.Body("as a text", "{\"query\":\"{__typename}\"}", "text/plain"),
            Attack.Body(
                "as a form's file",
                "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--",
                "multipart/form-data; boundary=x"
            ),
            Attack.Body("as another charset", "{\"query\":\"{__typename}\"}", "application/json; charset=utf-7"),
            Attack.Bytes("bytes that are no text", [0x7B, 0x22, 0xC3, 0x28, 0xFF, 0xFE, 0x22, 0x7D]),
            Attack.Bytes("UTF-16", Encoding.Unicode.GetBytes("{\"query\":\"{__typename}\"}")),
            Attack.Bytes("more than a body may be", new byte[5 * Mega]),
            Attack.Bytes("a bomb of zeros", Attack.Gzip(new byte[100 * Mega]), encoding: "gzip"),
            Attack.Bytes("packed twice", Attack.Gzip(Attack.Gzip("{}"u8.ToArray())), encoding: "gzip, gzip"),
            Attack.Bytes("packed by nobody", [1, 2, 3], encoding: "zstd"),
            Attack.Bytes("packed and broken", [0x1F, 0x8B, 0x08, 0, 0, 1, 2, 3], encoding: "gzip"),
        ];

    private static IEnumerable<Attack> Paths() =>
        [
            .. (
                (string[])
                    [
                        "/assets/..%2f..%2fappsettings.json",
                        "/assets/%2e%2e/%2e%2e/appsettings.json",
                        "/altair/..%5c..%5cappsettings.json",
                        "/assets/%00",
                        "/templates/..%2f..%2fsocieties.xlsx",
                        "/templates/societies.exe",
                        "/export/..%2fsocieties",
                        "/export/pg_user",
                        "/export/societies?format=..%2f..%2fx",
                        "/export/societies?where=%7B%22name%22%3A%7B%22eq%22%3A%22%27%20OR%201%3D1%22%7D%7D",
                        "/export/societies?where=" + Times("%5B", 1_500),
                        "/export/societies?columns=" + Times("name,", 1_000),
                        "/export/societies?order=%5B%7B%22name%22%3A%22ASC%3BDROP%22%7D%5D",
                        "/export/societies?asOf=2024-02-30",
                        "/export/indicators/I01%27--?by=KIND",
                        "/reports/99999999999999999999/report.docx",
                        "/reports/1/..%2f..%2freport.docx",
                        "/reports/draft/report.docx?year=abc&committee=%27%20OR%201%3D1",
                        "/reports/draft/report.json?year=-1",
                        "/audit?before=1%20OR%201%3D1&count=99999999999&actor=%00",
                        "/graphql?query=%7B__typename%7D&variables=%7B",
                        "/graphql?query=mutation%7BregisterSupportingUnit(input%3A%7Bname%3A%22x%22%7D)%7Berrors%7Bcode%7D%7D%7D",
                        "/sign-in?to=%0d%0aSet-Cookie:%20a=b",
                        "/sign-in?to=%2F%2Fevil.example",
                        "/sign-in/link?code=%3Cscript%3Ealert(1)%3C/script%3E",
                        "/sign-in/provider?to=https://evil.example",
                        "/sign-in/callback?code=x&state=y",
                        "/" + Times("a", 7_000),
                    ]
            ).Select(path => Attack.Get(path.Length > 60 ? path[..60] : path, path)),
        ];

    private static IEnumerable<Attack> Headers() =>
        [
            Attack.Get("another host", "/graphql?query=%7B__typename%7D", ("Host", "evil.example")),
            Attack.Get("a role of SQL", "/graphql?query=%7B__typename%7D", ("X-Role", "1 OR 1=1")),
            Attack.Get("somebody else", "/graphql?query=%7B__typename%7D", ("X-Actor", "owner%0d%0aX: y"), ("X-Proxy-Secret", "guess")),
            Attack.Get(
                "from everywhere",
                "/graphql?query=%7B__typename%7D",
                ("X-Forwarded-For", Times("1.1.1.1, ", 2_000)),
                ("X-Forwarded-Proto", "javascript")
            ),
            Attack.Get("a token of 20,000 letters", "/graphql?query=%7B__typename%7D", ("Authorization", "Bearer " + Times("a", 20_000))),
            Attack.Get("a cookie of 20,000 letters", "/", ("Cookie", "sp-session=" + Times("a", 20_000))),
            Attack.Get("languages without end", "/sign-in", ("Accept-Language", Times("zh;q=0.1,", 3_000))),
            Attack.Get("types that are none", "/graphql?query=%7B__typename%7D", ("Accept", ";;;,,,/*/*;q=x")),
            Attack.Get("a range of everything", "/favicon.svg", ("Range", "bytes=0-,0-,0-,0-,0-,0-,0-,0-")),
            Attack.Get(
                "a stream from somewhere",
                "/graphql?query=%7B__typename%7D",
                ("Accept", "text/event-stream"),
                ("Last-Event-ID", "'; --")
            ),
            Attack.Get(
                "a socket that is none",
                "/graphql",
                ("Upgrade", "websocket"),
                ("Connection", "Upgrade"),
                ("Sec-WebSocket-Version", "99")
            ),
            .. ((string[])["TRACE", "PROPFIND", "DELETE", "PUT", "PATCH", "FOO"]).Select(method =>
                Attack.Request($"the method {method}", method, "/graphql")
            ),
        ];

    private static IEnumerable<Attack> Forms() =>
        [
            Attack.Form("a form of a megabyte", "/sign-in", "name=" + Times("a", Mega)),
            Attack.Form("ten thousand fields", "/sign-in", string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"a{i}=1"))),
            Attack.Form("a name with lines", "/sign-in", "name=a%0d%0aSet-Cookie%3a+b%3dc&password=x"),
            Attack.Form("a name of SQL", "/sign-in", "name=%27+OR+1%3d1+--&password=%27"),
            Attack.Form("a name with nothing in it", "/sign-in", "name=%00&password=%00"),
            Attack.Form("a role of everybody", "/sign-in/role", "grant=1+OR+1%3d1"),
            Attack.Form("a link that is none", "/sign-in/link", "code=" + Times("a", 5_000)),
        ];

    private static IEnumerable<Attack> Wires() =>
        [
            Attack.Raw(
                "two lengths",
                "POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: {auth}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}{}{}"
            ),
            Attack.Raw(
                "a length and chunks",
                "POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: {auth}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\nGET /audit HTTP/1.1\r\nHost: a\r\n\r\n"
            ),
            Attack.Raw(
                "chunks by another name",
                "POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: {auth}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
            ),
            Attack.Raw(
                "a chunk of too much",
                "POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: {auth}\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n"
            ),
            Attack.Raw("less than nothing", "POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"),
            Attack.Raw("lines without returns", "GET /graphql HTTP/1.1\nHost: a\n\n"),
            Attack.Raw("a header with nothing in it", "GET /graphql HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n"),
            Attack.Raw("a folded header", "GET /graphql HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\n\r\n"),
            Attack.Raw("two hosts", "GET /graphql HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
            Attack.Raw("no host", "GET /graphql HTTP/1.1\r\n\r\n"),
            Attack.Raw("an old version", "GET /graphql\r\n\r\n"),
            Attack.Raw(
                "another site's address",
                "GET http://evil.example/graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: evil.example\r\nAuthorization: {auth}\r\n\r\n"
            ),
            Attack.Raw("up and up", "GET /../../../../etc/passwd HTTP/1.1\r\nHost: a\r\nAuthorization: {auth}\r\n\r\n"),
            Attack.Raw(
                "two hundred headers",
                "GET /healthz HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n")) + "\r\n"
            ),
            Attack.Raw("TLS where there is none", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
        ];

    private static IEnumerable<Attack> Files()
    {
        var sheet = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&x;</t></is></c></row></sheetData></worksheet>"
        );
        var laughs = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
                + string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY a{i} \"{Times(i == 1 ? "&a;" : $"&a{i - 1};", 10)}\">"))
                + "]><worksheet>&a12;</worksheet>"
        );
        const string Sheets = "/import/societies?dryRun=true";
        const string Roster = "/import/roster?dryRun=true&committee=x&region=500000";
        return
        [
            Attack.Bytes("a workbook of zeros", Attack.Package(("xl/worksheets/sheet1.xml", new byte[300 * Mega])), Xlsx, Sheets),
            Attack.Bytes("a document of zeros", Attack.Package(("word/document.xml", new byte[300 * Mega])), Docx, Roster),
            Attack.Bytes(
                "a workbook of ten thousand parts",
                Attack.Package([.. Enumerable.Range(0, 10_000).Select(i => ($"xl/{i}.xml", Array.Empty<byte>()))]),
                Xlsx,
                Sheets
            ),
            Attack.Bytes(
                "a workbook that leads out",
                Attack.Package(("../../../../tmp/out.xml", sheet), ("xl/workbook.xml", sheet)),
                Xlsx,
                Sheets
            ),
            Attack.Bytes(
                "a workbook that reads a file",
                Attack.Package(("[Content_Types].xml", sheet), ("xl/workbook.xml", sheet), ("xl/worksheets/sheet1.xml", sheet)),
                Xlsx,
                Sheets
            ),
            Attack.Bytes(
                "a workbook that grows",
                Attack.Package(("xl/workbook.xml", laughs), ("xl/worksheets/sheet1.xml", laughs)),
                Xlsx,
                Sheets
            ),
            Attack.Bytes("a document that reads a file", Attack.Package(("word/document.xml", sheet)), Docx, Roster),
            Attack.Bytes("half a workbook", Attack.Package(("xl/workbook.xml", sheet))[..40], Xlsx, Sheets),
            Attack.Bytes(
                "a workbook in a workbook",
                Attack.Package(("xl/workbook.xml", Attack.Package(("xl/workbook.xml", sheet)))),
                Xlsx,
                Sheets
            ),
            Attack.Bytes("one cell of nine megabytes", Encoding.UTF8.GetBytes("社团名称\n" + Times("甲", 3 * Mega)), Csv, Sheets),
            Attack.Bytes("a quotation that never ends", Encoding.UTF8.GetBytes("社团名称\n\"" + Times("a\n", 100_000)), Csv, Sheets),
            Attack.Bytes("a hundred thousand columns", Encoding.UTF8.GetBytes(Times("a,", 100_000)), Csv, Sheets),
            Attack.Bytes("bytes instead of a sheet", [0, 1, 2, 3, 0xFF, 0xFE], Csv, Sheets),
            Attack.Bytes("a page instead of a sheet", "<script>alert(1)</script>"u8.ToArray(), "text/html", Sheets),
            Attack.Bytes("a sheet of nothing that is known", "a,b\n1,2"u8.ToArray(), Csv, "/import/..%2fsocieties"),
            Attack.Bytes(
                "a file with a name of a path",
                Encoding.UTF8.GetBytes("社团名称\n某学会"),
                Csv,
                Sheets + "&fileName=..%2f..%2fx%0d%0a.csv"
            ),
            Attack.Bytes(
                "a report for nobody",
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        year = 99_999,
                        committee = "' OR 1=1",
                        language = "xx",
                        issuedBy = Times("a", 5_000),
                    }
                ),
                path: "/reports/editions"
            ),
        ];
    }
}
