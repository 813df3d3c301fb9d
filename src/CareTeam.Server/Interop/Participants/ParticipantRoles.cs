using System.Text.Json;
using System.Text.RegularExpressions;
using R4 = Hl7.Fhir.Model;

namespace CareTeam.Server.Interop;

/// <summary>What a participant of a FHIR CareTeam is to the clinic: by code, else by word (participant-roles.json).</summary>
public static partial class ParticipantRoles
{
    private sealed record Catalog(Dictionary<string, string[]> Codes, string[][] Words);

    private static readonly Catalog Known = Load();
    private static readonly Dictionary<string, Role> ByCode = Known.Codes.SelectMany(role => role.Value, (role, code) => (code, Named(role.Key))).ToDictionary();
    private static readonly (string Word, Role? Role)[] ByWord = [.. Known.Words.Select(w => (w[0], w[1].Length == 0 ? (Role?)null : Named(w[1])))];

    /// <summary>The first concept that names a role known here, with that role; a concept that names none keeps its line among what is left out.</summary>
    public static Role? Of(PlanDraft draft, IEnumerable<R4.CodeableConcept?> concepts, Func<Role, bool>? allowed = null)
    {
        foreach (var concept in concepts.OfType<R4.CodeableConcept>())
        {
            if (Of(concept) is not { } role || allowed?.Invoke(role) == false) continue;
            draft.Take(concept);
            draft.Take(concept.TextElement);
            foreach (var coding in concept.Coding)
            {
                draft.Take(coding);
                draft.Take(coding.SystemElement);
                draft.Take(coding.CodeElement);
                draft.Take(coding.DisplayElement);
            }
            return role;
        }
        return null;
    }

    private static Role? Of(R4.CodeableConcept concept)
    {
        foreach (var coding in concept.Coding)
            if (coding.Code is not null && ByCode.TryGetValue(coding.Code, out var role)) return role;
        foreach (var text in concept.Coding.Select(c => c.Display).Prepend(concept.Text).Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            var words = $" {Spaces().Replace(text!.ToLowerInvariant(), " ")} ";
            // The first word decides, also when it says that the role is none of those known: a medical assistant in pain management is no physician.
            if (ByWord.FirstOrDefault(w => words.Contains($" {w.Word} ", StringComparison.Ordinal)) is { Word: not null } known) return known.Role;
        }
        return null;
    }

    private static Role Named(string words) => EnumWords.TryParseWords<Role>(words, out var role) ? role : throw new InvalidDataException($"There is no role '{words}'.");

    private static Catalog Load()
    {
        using var json = typeof(ParticipantRoles).Assembly.GetManifestResourceStream("participant-roles.json")!;
        return JsonSerializer.Deserialize<Catalog>(json, JsonSerializerOptions.Web)!;
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Spaces();
}
