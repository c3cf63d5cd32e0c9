using System.Text;

namespace SocietyParty.Sql.Writing;

/// <summary>Texts joined with <c>||</c>; neighbouring constants become one, so that PostgreSQL joins as few as it can.</summary>
internal sealed class Concatenation(SqlText sql)
{
    private readonly StringBuilder constant = new();
    private bool hasBegun;

    public Concatenation Constant(string text)
    {
        constant.Append(text);
        return this;
    }

    /// <param name="write">Writes an expression that binds tighter than <c>||</c>, of type text and never null.</param>
    public Concatenation Expression(Action write)
    {
        Flush();
        Next();
        write();
        return this;
    }

    public void End()
    {
        if (!hasBegun || constant.Length > 0)
        {
            Flush(evenEmpty: true);
        }
    }

    private void Flush(bool evenEmpty = false)
    {
        if (constant.Length == 0 && !evenEmpty)
        {
            return;
        }

        Next();
        sql.Literal(constant.ToString());
        constant.Clear();
    }

    private void Next()
    {
        sql.Add(hasBegun ? " || " : "");
        hasBegun = true;
    }
}
