using System.Text;
using System.Text.Json;

namespace CareTeam.Server.Interop;

/// <summary>Where a JSON reader stands, told as the FHIRPath of the bundle. Costs nothing until it is asked for.</summary>
public sealed class JsonPlace(byte[] utf8, int maxDepth)
{
    private const int LongestName = 64;
    private readonly Level[] levels = new Level[maxDepth + 1];
    private int depth;

    private struct Level
    {
        public bool IsArray;
        public int Index;
        public Range Name;
    }

    public void MoveTo(ref Utf8JsonReader reader)
    {
        depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex + 1;
            levels[depth].Name = start..(start + reader.ValueSpan.Length);
            return;
        }
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) return;
        if (depth > 0 && levels[depth].IsArray) levels[depth].Index++;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            levels[depth + 1] = new() { IsArray = reader.TokenType == JsonTokenType.StartArray, Index = -1 };
    }

    /// <summary>The value stands under this name.</summary>
    public bool IsAt(ReadOnlySpan<byte> name) => depth > 0 && !levels[depth].IsArray && utf8.AsSpan(levels[depth].Name).SequenceEqual(name);

    public string Path
    {
        get
        {
            var path = new StringBuilder("Bundle");
            for (var i = 1; i <= depth; i++)
            {
                if (levels[i].IsArray) path.Append('[').Append(Math.Max(0, levels[i].Index)).Append(']');
                else path.Append('.').Append(Name(levels[i].Name));
            }
            return path.ToString();
        }
    }

    private string Name(Range range)
    {
        var name = Encoding.UTF8.GetString(utf8.AsSpan(range));
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}
