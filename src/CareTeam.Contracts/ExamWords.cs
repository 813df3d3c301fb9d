using System.Globalization;
using CareTeam.V1;

namespace CareTeam;

/// <summary>What was examined and what was found, as a clinician says it: "strength, left extensor hallucis longus (L5)" is "4+/5".</summary>
public static class ExamWords
{
    public static (string Item, string Value) Words(this StrengthFinding f) => ($"strength, {On(f.Side, Spaced(f.Muscle))} ({f.Root})", $"{f.Grade}{Sign(f.Modifier)}/5");

    public static (string Item, string Value) Words(this ReflexFinding f) => ($"{On(f.Side, Spaced(f.Reflex.ToWords()))} reflex", f.Grade == 0 ? "0" : $"{f.Grade}+");

    public static (string Item, string Value) Words(this SensationFinding f) => ($"{Spaced(f.Modality.ToWords())}, {On(f.Side, f.Dermatome)}", f.Sensation.ToWords());

    public static (string Item, string Value) Words(this RangeOfMotionFinding f)
    {
        var (region, movement) = (Spaced(f.Region.ToWords()), Spaced(f.Movement.ToWords()));
        var item = f.Movement is Movement.LateralFlexion or Movement.Rotation && f.Side is not Side.Unspecified
            ? $"{region} {movement} to the {f.Side.ToWords()}"
            : $"{On(f.Side, region)} {movement}";
        var range = f.HasPercentOfNormal ? $"{f.PercentOfNormal} % of normal" : Degrees(f.Degrees);
        return (item, f.Painful ? $"{range}, painful" : range);
    }

    public static (string Item, string Value) Words(this ExamTestFinding f) =>
        (On(f.Side, Name(f.Test)), f.Result.ToWords() + (f.HasAngleDegrees ? $" at {Degrees(f.AngleDegrees)}" : ""));

    public static (string Item, string Value) Words(this IEnumerable<GaitFinding> gait) => ("gait", string.Join(", ", gait.Select(g => On(g.Side, Spaced(g.Pattern.ToWords())))));

    public static string Spaced(string words) => words.Replace('-', ' ');

    private static string On(Side side, string what) => side == Side.Unspecified ? what : $"{side.ToWords()} {what}";

    private static string Degrees(int degrees) => string.Create(CultureInfo.InvariantCulture, $"{degrees} degrees");

    private static string Sign(GradeModifier modifier) => modifier switch
    {
        GradeModifier.Plus => "+",
        GradeModifier.Minus => "-",
        _ => "",
    };

    private static string Name(ExamTest test) => test switch
    {
        ExamTest.Faber or ExamTest.Fadir => test.ToString().ToUpperInvariant(),
        ExamTest.Spurling or ExamTest.Gaenslen or ExamTest.Hoffmann or ExamTest.Babinski or ExamTest.Romberg or ExamTest.Trendelenburg or ExamTest.Phalen => $"{test} test",
        ExamTest.TinelFibularHead => "Tinel sign at the fibular head",
        ExamTest.TinelCarpalTunnel => "Tinel sign at the carpal tunnel",
        ExamTest.TinelCubitalTunnel => "Tinel sign at the cubital tunnel",
        _ => Spaced(test.ToWords()),
    };
}
