using SocietyParty.Rules.Organizations;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>What stands in brackets behind a name is a status where it is one of its words.</summary>
public sealed class StatusMarkTests
{
    [Theory]
    [InlineData("合成学会党支部（筹）", "合成学会党支部", "（筹）", "PROPOSED")]
    [InlineData("合成学会党支部 ( 推进中 ) ", "合成学会党支部", "( 推进中 )", "PROPOSED")]
    [InlineData("合成学会（重庆）党支部（已撤销）", "合成学会（重庆）党支部", "（已撤销）", "DISSOLVED")]
    [InlineData("合成学会党支部（已成立)", "合成学会党支部", "（已成立)", "ESTABLISHED")]
    [InlineData("合成学会党支部", null, null, null)]
    [InlineData("合成学会党支部（重庆）", null, null, null)]
    [InlineData("（筹）", null, null, null)]
    [InlineData("筹备学会党支部", null, null, null)]
    [InlineData("", null, null, null)]
    public void The_last_brackets_are_a_mark_where_they_say_a_status(string text, string? name, string? mark, string? status)
    {
        StatusMark.Of(text).ShouldBe(name is null ? null : (name, mark!, status!));
        (StatusMark.NoneIn(text, "name") is null).ShouldBe(name is null);
    }

    [Fact]
    public void Every_word_says_a_status() => StatusMark.Words.ShouldAllBe(word => StatusMark.Status(word) != null);
}
