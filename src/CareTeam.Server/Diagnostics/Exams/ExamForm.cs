using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>What the findings of an examination must be, before anything is known of the plan.</summary>
public static class ExamForm
{
    private const int MostOfAKind = 200;

    /// <summary>There is one of each.</summary>
    private static readonly HashSet<ExamTest> Unpaired =
    [
        ExamTest.CervicalDistraction, ExamTest.TandemWalk, ExamTest.Romberg, ExamTest.ProneInstability, ExamTest.AnalSphincterTone,
    ];

    private static readonly HashSet<ExamTest> Angled =
        [ExamTest.StraightLegRaise, ExamTest.CrossedStraightLegRaise, ExamTest.Slump, ExamTest.FemoralNerveStretch];

    private static readonly HashSet<Movement> OfTheSpine = [Movement.Flexion, Movement.Extension, Movement.LateralFlexion, Movement.Rotation];

    public static void Check(ExamBody? body, Violations violations)
    {
        if (body is null)
        {
            violations.Add("body", "is required");
            return;
        }
        Each("strength", body.Strength, Strength);
        Each("reflexes", body.Reflexes, Reflex);
        Each("sensation", body.Sensation, Sensation);
        Each("range_of_motion", body.RangeOfMotion, RangeOfMotion);
        Each("tests", body.Tests, Test);
        Each("gait", body.Gait, (field, f, v) =>
        {
            v.Required($"{field}.pattern", f.Pattern);
            if (f.Side == Side.Midline) v.Add($"{field}.side", "must be left out, or be left, right or bilateral");
        });
        violations.Text("body.remark", body.Remark, 2000, required: !HasFinding(body));
        // Only what is well-formed so far can be told apart.
        if (violations.Found.Count > 0) return;
        foreach (var twice in ExamItem.Of(WithKeyMuscles(body)).GroupBy(i => i.Key).Where(g => g.Count() > 1)) violations.Add("body", $"tells of {twice.First().Name} more than once");

        void Each<T>(string name, IReadOnlyList<T> findings, Action<string, T, Violations> check)
        {
            if (findings.Count > MostOfAKind) violations.Add($"body.{name}", $"has {findings.Count} values; at most {MostOfAKind} are allowed");
            for (var i = 0; i < Math.Min(findings.Count, MostOfAKind); i++) check($"body.{name}[{i}]", findings[i], violations);
        }
    }

    /// <summary>The body with the muscle named wherever only the root was.</summary>
    public static ExamBody WithKeyMuscles(ExamBody body)
    {
        var named = body.Clone();
        foreach (var strength in named.Strength.Where(f => f.Muscle.Length == 0)) strength.Muscle = PeripheralNerves.KeyMuscle(strength.Root)!.Id;
        return named;
    }

    private static bool HasFinding(ExamBody body) => body.Strength.Count + body.Reflexes.Count + body.Sensation.Count + body.RangeOfMotion.Count + body.Tests.Count + body.Gait.Count > 0;

    private static void Strength(string field, StrengthFinding f, Violations violations)
    {
        violations.Root($"{field}.root", f.Root);
        if (f.Muscle.Length == 0)
        {
            if (PeripheralNerves.KeyMuscle(f.Root) is null) violations.Add($"{field}.muscle", $"is required: the root has no key muscle; {KeyRoots} have");
        }
        else if (!PeripheralNerves.Muscles.TryGetValue(f.Muscle, out var muscle)) violations.Muscle($"{field}.muscle", f.Muscle);
        else if (!muscle.Roots.Contains(f.Root)) violations.Add($"{field}.root", $"does not supply the {ExamWords.Spaced(muscle.Id)}; {string.Join(", ", muscle.Roots)} do");
        violations.Side($"{field}.side", f.Side, paired: true);
        Grade(field, f.HasGrade, f.Grade, 5, violations);
        if (f.Modifier != GradeModifier.Unspecified && (f.Grade == 0 || (f.Grade == 5 && f.Modifier == GradeModifier.Plus)))
            violations.Add($"{field}.modifier", "makes no grade: 0 has none, and 5 only minus");
    }

    private static readonly string KeyRoots = string.Join(", ", PeripheralNerves.Muscles.Values.Select(m => m.KeyOf).OfType<string>().Order(StringComparer.Ordinal));

    private static void Reflex(string field, ReflexFinding f, Violations violations)
    {
        violations.Required($"{field}.reflex", f.Reflex);
        violations.Side($"{field}.side", f.Side, paired: true);
        Grade(field, f.HasGrade, f.Grade, 4, violations);
    }

    private static void Sensation(string field, SensationFinding f, Violations violations)
    {
        violations.Dermatome($"{field}.dermatome", f.Dermatome);
        violations.Side($"{field}.side", f.Side, paired: true);
        violations.Required($"{field}.modality", f.Modality);
        violations.Required($"{field}.sensation", f.Sensation);
    }

    private static void RangeOfMotion(string field, RangeOfMotionFinding f, Violations violations)
    {
        violations.Required($"{field}.region", f.Region);
        violations.Required($"{field}.movement", f.Movement);
        var spine = f.Region is BodyRegion.CervicalSpine or BodyRegion.ThoracicSpine or BodyRegion.LumbarSpine;
        if (!spine && f.Region is not (BodyRegion.Unspecified or BodyRegion.Hip or BodyRegion.Knee or BodyRegion.AnkleAndFoot or BodyRegion.Shoulder or BodyRegion.Elbow or BodyRegion.WristAndHand))
            violations.Add($"{field}.region", "has no range of motion of its own");
        if (spine ? !OfTheSpine.Contains(f.Movement) : f.Movement is Movement.LateralFlexion or Movement.Rotation) violations.Add($"{field}.movement", "is no movement of that region");
        violations.Side($"{field}.side", f.Side, paired: !spine || f.Movement is Movement.LateralFlexion or Movement.Rotation);
        switch (f.RangeCase)
        {
            case RangeOfMotionFinding.RangeOneofCase.Degrees: violations.Range($"{field}.degrees", f.Degrees, 0, 180); break;
            case RangeOfMotionFinding.RangeOneofCase.PercentOfNormal: violations.Range($"{field}.percent_of_normal", f.PercentOfNormal, 0, 150); break;
            default: violations.Add($"{field}.degrees", "is required, or percent_of_normal"); break;
        }
    }

    private static void Test(string field, ExamTestFinding f, Violations violations)
    {
        violations.Required($"{field}.test", f.Test);
        violations.Required($"{field}.result", f.Result);
        violations.Side($"{field}.side", f.Side, paired: !Unpaired.Contains(f.Test));
        violations.Text($"{field}.reproduces", f.Reproduces, 200, required: false);
        if (!f.HasAngleDegrees) return;
        violations.Range($"{field}.angle_degrees", f.AngleDegrees, 0, 120);
        if (!Angled.Contains(f.Test)) violations.Add($"{field}.angle_degrees", "belongs to straight-leg raises, slump and femoral nerve stretch");
        else if (f.Result == ExamTestResult.Negative) violations.Add($"{field}.angle_degrees", "is where a test becomes positive; this one is negative");
    }

    private static void Grade(string field, bool given, int grade, int most, Violations violations)
    {
        if (!given) violations.Add($"{field}.grade", "is required");
        else violations.Range($"{field}.grade", grade, 0, most);
    }
}
