using System.Text;

namespace SocietyParty.Service.Http.Exports;

/// <summary>Fields to select, each once; in the order in which they were added.</summary>
internal sealed class SelectionTree
{
    private readonly List<(string Field, SelectionTree Inside)> fields = [];

    /// <param name="path">Fields separated by points, with arguments where one needs them: <c>societies(first: 50).nodes.name</c>.</param>
    public void Add(string path)
    {
        var here = this;
        foreach (var field in path.Split('.'))
        {
            here = here.Field(field);
        }
    }

    public void WriteTo(StringBuilder text)
    {
        text.Append('{');
        WriteFieldsTo(text);
        text.Append(" }");
    }

    /// <summary>As <see cref="WriteTo"/>, without the brackets.</summary>
    public void WriteFieldsTo(StringBuilder text)
    {
        foreach (var (field, inside) in fields)
        {
            text.Append(' ').Append(field);
            if (inside.fields.Count > 0)
            {
                text.Append(' ');
                inside.WriteTo(text);
            }
        }
    }

    private SelectionTree Field(string name)
    {
        foreach (var (field, inside) in fields)
        {
            if (field == name)
            {
                return inside;
            }
        }

        var added = new SelectionTree();
        fields.Add((name, added));
        return added;
    }
}
