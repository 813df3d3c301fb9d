using System.Numerics;

namespace CareTeam.Server.Outcomes;

/// <summary>
/// A fraction of whole numbers. Where a threshold decides, 16/45 must not become a rounded decimal: an improvement of exactly 30 % would fall short by its last digit.
/// </summary>
public readonly record struct Exact : IComparable<Exact>
{
    private readonly BigInteger numerator;

    // One less than the denominator, so that the default value is zero.
    private readonly BigInteger denominatorLessOne;

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (this.numerator, denominatorLessOne) = (numerator / divisor, denominator / divisor - 1);
    }

    private BigInteger Denominator => denominatorLessOne + 1;

    public int Sign => numerator.Sign;

    public static implicit operator Exact(int value) => new(value, 1);

    public static implicit operator Exact(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = new BigInteger((uint)bits[2]) << 64 | new BigInteger((uint)bits[1]) << 32 | (uint)bits[0];
        return new(value < 0 ? -digits : digits, BigInteger.Pow(10, bits[3] >> 16 & 0xff));
    }

    /// <summary>The number that a person wrote, which a double only approximates: 10.4 is 104/10. Holds for up to 15 digits.</summary>
    public static Exact Written(double value) => (decimal)value;

    public static Exact operator +(Exact a, Exact b) => new(a.numerator * b.Denominator + b.numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Exact operator -(Exact a, Exact b) => a + -b;

    public static Exact operator -(Exact a) => new(-a.numerator, a.Denominator);

    public static Exact operator *(Exact a, Exact b) => new(a.numerator * b.numerator, a.Denominator * b.Denominator);

    public static Exact operator /(Exact a, Exact b) => new(a.numerator * b.Denominator, a.Denominator * b.numerator);

    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;

    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;

    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public bool IsWhole => denominatorLessOne.IsZero;

    public int CompareTo(Exact other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    /// <summary>Half up, away from zero: 2.345 is 2.35 and -2.345 is -2.35.</summary>
    public decimal Rounded(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = BigInteger.Abs(numerator) * scale * 2 / Denominator;
        return numerator.Sign * (decimal)((twice + 1) / 2) / (decimal)scale;
    }

    public override string ToString() => $"{numerator}/{Denominator}";
}
