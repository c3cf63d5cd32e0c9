using System.Globalization;
using System.Text;

namespace SocietyParty.GraphQL.Language;

/// <summary>
/// Text to tokens. Longer than other files because the lexical grammar is one thing: names, numbers, strings, block strings.
/// </summary>
internal sealed class Lexer(string source)
{
    private const int BeyondEnd = -1;
    private int position;
    private int line = 1;
    private int lineStart;

    /// <summary>The next significant token; ignores white space, commas, comments and a byte order mark.</summary>
    public Token Next()
    {
        while (position < source.Length)
        {
            var c = source[position];
            switch (c)
            {
                case '\uFEFF' or '\t' or ' ' or ',':
                    position++;
                    continue;
                case '\n' or '\r':
                    NewLine();
                    continue;
                case '#':
                    SkipComment();
                    continue;
                case '!':
                    return Punctuation(TokenKind.Bang);
                case '$':
                    return Punctuation(TokenKind.Dollar);
                case '&':
                    return Punctuation(TokenKind.Ampersand);
                case '(':
                    return Punctuation(TokenKind.ParenLeft);
                case ')':
                    return Punctuation(TokenKind.ParenRight);
                case '.' when At(position + 1) == '.' && At(position + 2) == '.':
                    return Punctuation(TokenKind.Spread, 3);
                case ':':
                    return Punctuation(TokenKind.Colon);
                case '=':
                    return Punctuation(TokenKind.Equals);
                case '@':
                    return Punctuation(TokenKind.At);
                case '[':
                    return Punctuation(TokenKind.BracketLeft);
                case ']':
                    return Punctuation(TokenKind.BracketRight);
                case '{':
                    return Punctuation(TokenKind.BraceLeft);
                case '|':
                    return Punctuation(TokenKind.Pipe);
                case '}':
                    return Punctuation(TokenKind.BraceRight);
                case '"':
                    return At(position + 1) == '"' && At(position + 2) == '"' ? BlockString() : String();
                default:
                    if (char.IsAsciiDigit(c) || c == '-')
                    {
                        return Number();
                    }

                    if (IsNameStart(c))
                    {
                        return Name();
                    }

                    throw Error(
                        position,
                        c == '\'' ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
                            : IsText(position) ? $"Unexpected character: {Printed(position)}."
                            : $"Invalid character: {Printed(position)}."
                    );
            }
        }

        return new Token(TokenKind.EndOfFile, "", Place(position));
    }

    private static bool IsNameStart(int c) => c == '_' || (c < 128 && char.IsAsciiLetter((char)c) && c >= 0);

    private static bool IsNameContinue(int c) => IsNameStart(c) || IsDigit(c);

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private int At(int index) => index < source.Length ? source[index] : BeyondEnd;

    private SourceLocation Place(int index) => new(line, index - lineStart + 1);

    private SyntaxException Error(int index, string message) => SyntaxException.At(Place(index), message);

    private Token Punctuation(TokenKind kind, int length = 1)
    {
        var token = new Token(kind, "", Place(position));
        position += length;
        return token;
    }

    private void NewLine()
    {
        position += source[position] == '\r' && At(position + 1) == '\n' ? 2 : 1;
        line++;
        lineStart = position;
    }

    private void SkipComment()
    {
        while (position < source.Length && source[position] is not ('\n' or '\r'))
        {
            if (!IsText(position))
            {
                throw Error(position, $"Invalid character: {Printed(position)}.");
            }

            position += char.IsHighSurrogate(source[position]) ? 2 : 1;
        }
    }

    private Token Name()
    {
        var start = position;
        while (IsNameContinue(At(position)))
        {
            position++;
        }

        return new Token(TokenKind.Name, source[start..position], Place(start));
    }

    private Token Number()
    {
        var start = position;
        var index = position;
        var isFloat = false;
        if (At(index) == '-')
        {
            index++;
        }

        if (At(index) == '0')
        {
            index++;
            if (IsDigit(At(index)))
            {
                throw Error(index, $"Invalid number, unexpected digit after 0: {Printed(index)}.");
            }
        }
        else
        {
            index = Digits(index);
        }

        if (At(index) == '.')
        {
            isFloat = true;
            index = Digits(index + 1);
        }

        if (At(index) is 'e' or 'E')
        {
            isFloat = true;
            index++;
            if (At(index) is '+' or '-')
            {
                index++;
            }

            index = Digits(index);
        }

        // 1x and 1. would otherwise read as two tokens, which surprises.
        if (At(index) == '.' || IsNameStart(At(index)))
        {
            throw Error(index, $"Invalid number, expected digit but got: {Printed(index)}.");
        }

        position = index;
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, source[start..index], Place(start));
    }

    private int Digits(int index)
    {
        if (!IsDigit(At(index)))
        {
            throw Error(index, $"Invalid number, expected digit but got: {Printed(index)}.");
        }

        while (IsDigit(At(index)))
        {
            index++;
        }

        return index;
    }

    private Token String()
    {
        var start = position;
        var index = position + 1;
        var chunk = index;
        StringBuilder? text = null;
        while (index < source.Length)
        {
            var c = source[index];
            if (c == '"')
            {
                position = index + 1;
                var tail = source.AsSpan(chunk, index - chunk);
                return new Token(TokenKind.String, text is null ? tail.ToString() : text.Append(tail).ToString(), Place(start));
            }

            if (c == '\\')
            {
                text ??= new StringBuilder();
                text.Append(source, chunk, index - chunk);
                index = Escape(index, text);
                chunk = index;
                continue;
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            if (!IsText(index))
            {
                throw Error(index, $"Invalid character within String: {Printed(index)}.");
            }

            index += char.IsHighSurrogate(c) ? 2 : 1;
        }

        throw Error(index, "Unterminated string.");
    }

    private int Escape(int index, StringBuilder text)
    {
        if (At(index + 1) == 'u')
        {
            return At(index + 2) == '{' ? BracedEscape(index, text) : FourDigitEscape(index, text);
        }

        var c = At(index + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (c == '\0')
        {
            throw Error(index, $"Invalid character escape sequence: \"{Slice(index, 2)}\".");
        }

        text.Append(c);
        return index + 2;
    }

    private int BracedEscape(int index, StringBuilder text)
    {
        var code = 0;
        // "\u{" and at most eight digits: enough for any code point with leading zeros, and no overflow.
        for (var length = 3; length < 12; length++)
        {
            var c = At(index + length);
            if (c == '}')
            {
                if (length < 4 || !Rune.IsValid(code))
                {
                    break;
                }

                text.Append(new Rune(code).ToString());
                return index + length + 1;
            }

            if (c < 0 || !char.IsAsciiHexDigit((char)c))
            {
                throw Error(index, $"Invalid Unicode escape sequence: \"{Slice(index, length + 1)}\".");
            }

            code = (code << 4) | Convert.ToInt32(((char)c).ToString(), 16);
        }

        var end = source.IndexOf('}', index, Math.Min(12, source.Length - index));
        throw Error(index, $"Invalid Unicode escape sequence: \"{Slice(index, end < 0 ? 11 : end - index + 1)}\".");
    }

    private int FourDigitEscape(int index, StringBuilder text)
    {
        var code = Hex(index + 2);
        if (code >= 0 && Rune.IsValid(code))
        {
            text.Append((char)code);
            return index + 6;
        }

        // A high surrogate is text only together with the low one that follows.
        if (code is >= 0xD800 and <= 0xDBFF && At(index + 6) == '\\' && At(index + 7) == 'u')
        {
            var low = Hex(index + 8);
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                text.Append((char)code).Append((char)low);
                return index + 12;
            }
        }

        throw Error(index, $"Invalid Unicode escape sequence: \"{Slice(index, 6)}\".");
    }

    private int Hex(int index) =>
        index + 4 <= source.Length
        && int.TryParse(source.AsSpan(index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : -1;

    private Token BlockString()
    {
        var start = Place(position);
        var lines = new List<string>();
        var current = new StringBuilder();
        var index = position + 3;
        while (index < source.Length)
        {
            var c = source[index];
            if (c == '"' && At(index + 1) == '"' && At(index + 2) == '"')
            {
                lines.Add(current.ToString());
                position = index + 3;
                return new Token(TokenKind.BlockString, BlockStrings.Dedent(lines), start);
            }

            if (c == '\\' && At(index + 1) == '"' && At(index + 2) == '"' && At(index + 3) == '"')
            {
                current.Append("\"\"\"");
                index += 4;
                continue;
            }

            if (c is '\n' or '\r')
            {
                lines.Add(current.ToString());
                current.Clear();
                position = index;
                NewLine();
                index = position;
                continue;
            }

            if (!IsText(index))
            {
                throw Error(index, $"Invalid character within String: {Printed(index)}.");
            }

            var width = char.IsHighSurrogate(c) ? 2 : 1;
            current.Append(source, index, width);
            index += width;
        }

        throw Error(index, "Unterminated string.");
    }

    private bool IsScalarValue(int index) => !char.IsSurrogate(source[index]);

    private bool IsText(int index) =>
        IsScalarValue(index) || (index + 1 < source.Length && char.IsSurrogatePair(source[index], source[index + 1]));

    private string Slice(int index, int length) => source.Substring(index, Math.Min(length, source.Length - index));

    private string Printed(int index)
    {
        if (index >= source.Length)
        {
            return Token.Describe(TokenKind.EndOfFile);
        }

        var c = source[index];
        if (c is >= ' ' and <= '~')
        {
            return c == '"' ? "'\"'" : $"\"{c}\"";
        }

        var code = IsText(index) && char.IsSurrogate(c) ? char.ConvertToUtf32(c, source[index + 1]) : c;
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }
}
