using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;

namespace CareTeam.Server.Live.Bells;

/// <summary>Bells as the payload of a NOTIFY: text of less than 8,000 bytes, so base64 of less than 6,000.</summary>
public static class BellPayload
{
    private const int Bytes = 5_900;

    /// <summary>As many bells in each payload as fit.</summary>
    public static IEnumerable<string> Of(Node.V1.Bells sender, IEnumerable<Node.V1.Bells> each)
    {
        var (together, empty) = (sender.Clone(), true);
        var bytes = together.CalculateSize();
        foreach (var bells in each)
        {
            var size = bells.CalculateSize();
            if (!empty && bytes + size > Bytes)
            {
                yield return Convert.ToBase64String(together.ToByteArray());
                together = sender.Clone();
                bytes = together.CalculateSize();
            }
            together.MergeFrom(bells);
            (bytes, empty) = (bytes + size, false);
        }
        if (!empty) yield return Convert.ToBase64String(together.ToByteArray());
    }

    /// <summary>False for what no node sent.</summary>
    public static bool TryRead(string payload, [NotNullWhen(true)] out Node.V1.Bells? bells)
    {
        try
        {
            bells = Node.V1.Bells.Parser.ParseFrom(Convert.FromBase64String(payload));
            return true;
        }
        catch (Exception e) when (e is FormatException or InvalidProtocolBufferException)
        {
            bells = null;
            return false;
        }
    }
}
