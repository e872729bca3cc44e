import type { CellValue } from '../../../src/host/model/value';

/** 2019-01-01 … as serial numbers */
const DAY = 43_466;

/** Ledger of 30 documents: customer, number, invoiced, due, amount, received, currency, oddities. */
export const LEDGER: readonly (readonly CellValue[])[] = [
  ['Customer', 'Document', 'Invoiced', 'Due', 'Amount', 'Received', 'Currency', 'Odd'],
  ...Array.from({ length: 30 }, (_, i): CellValue[] => [
    ['Acme', 'Borealis', 'Cygnus', 'Delta', 'acme'][i % 5]!,
    `INV-${String(1000 + i)}`,
    DAY + ((i * 17) % 90),
    DAY + ((i * 17) % 90) + 30,
    Math.round(((i * 7919) % 5000) * 10) / 100 + 100,
    i % 3 === 0 ? 0 : i % 3 === 1 ? 50.25 : null,
    i % 4 === 0 ? 'CAD' : 'USD',
    [12, 'text', true, null, '7', -3.5, 'Text*', 0, false, '?'][i % 10]!,
  ]),
];

/** Sorted numbers, sorted texts, plain numbers, texts with spaces and Chinese. */
export const LISTS: readonly (readonly CellValue[])[] = [
  [1, 'apple', 3, '  two  spaces ', null, 'Customer'],
  [5, 'banana', 1, '应收账款', null, 'Delta'],
  [10, 'cherry', 4, 'Mixed CASE words'],
  [20, 'damson', 1, 'a-b-c-d'],
  [30, 'elder', 5, '2019-03-15'],
  [60, 'fig', 9, '1234.5'],
  [90, 'grape', 2, 'x'],
  [120, 'hazel', 6, ''],
  [180, 'iris', 5, 'true'],
  [360, 'juniper', 3, 'end'],
];

const all = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim());

/** Formulas by topic, each standing in its own cell of the sheet `Check`. */
export const JUDGED: Readonly<Record<string, readonly string[]>> = {
  operators: all(`
    =1+2*3-4/5^2
    =-2^2
    =2^3^2
    =(1+2)*3%
    =10%*50
    =--"12"
    ="5"*"6"
    =TRUE+1
    =1/3&""
    =123456789012345&""
    =-1.5&"x"
    =0.1+0.2=0.3
    =0.1+0.2-0.3
    ="abc"="ABC"
    ="a"<"b"
    =1<"a"
    =2>=2
    =2<>3
    =Ledger!F4+1
    =Ledger!F4&"x"
    =Ledger!F4=0
    =Ledger!F4=""
    =1/0
    =NA()+1
    =-Ledger!E2
    =+"x"&"y"
    =5-3-1
    =100/10/2
    =1=1=TRUE
    ="2019-03-15"+1
    =Ledger!D2-Ledger!C2
  `),
  math: all(`
    =ROUND(2.345,2)
    =ROUND(-2.5,0)
    =ROUND(1234.567,-2)
    =ROUND(1.005,2)
    =ROUNDUP(1.001,2)
    =ROUNDUP(-1.1,0)
    =ROUNDDOWN(-1.99,1)
    =TRUNC(-8.9)
    =TRUNC(3.14159,3)
    =INT(-3.2)
    =INT(7.9)
    =MOD(10,3)
    =MOD(-10,3)
    =MOD(10,-3)
    =MOD(5.5,1.5)
    =ABS(-4.2)
    =SIGN(-3)
    =CEILING(4.3,1)
    =CEILING(2.5,0.5)
    =FLOOR(4.7,1)
    =FLOOR(0.7,0.1)
    =_xlfn.CEILING.MATH(-4.3)
    =_xlfn.FLOOR.MATH(-4.3)
    =_xlfn.CEILING.MATH(6.3,5)
    =MROUND(10,3)
    =EVEN(3.2)
    =ODD(-2.5)
    =QUOTIENT(17,5)
    =POWER(2,10)
    =SQRT(2)
    =EXP(1.5)
    =LN(10)
    =LOG(8,2)
    =LOG10(1000)
    =LOG(100)
    =PI()
    =SIN(1)
    =COS(1)
    =TAN(1)
    =ATAN2(1,2)
    =ASIN(0.5)
    =DEGREES(1)
    =RADIANS(180)
    =FACT(7)
    =COMBIN(10,3)
    =PERMUT(5,2)
    =GCD(24,36,60)
    =LCM(4,6,10)
    =PRODUCT(1,2,3,4)
    =SUMSQ(3,4)
    =SUM(Ledger!E2:E31)
    =SUM(Ledger!E:E)
    =SUM(Ledger!2:2)
    =SUM((Ledger!E2:E3,Ledger!E5))
    =SUM(Ledger!E2:E10 Ledger!5:6)
    =SUMPRODUCT((Ledger!A2:A31="Acme")*(Ledger!E2:E31>120)*Ledger!E2:E31)
    =SUMPRODUCT(Ledger!E2:E31,Ledger!F2:F31)
    =SUMPRODUCT(--(Ledger!G2:G31="USD"))
    =SUMPRODUCT((Ledger!D2:D31<43545)*(Ledger!E2:E31-Ledger!F2:F31))
    =SUMPRODUCT(('Data 2'!A1:A10>=10)*('Data 2'!A1:A10<=90))
    =SUMX2MY2('Data 2'!A1:A5,'Data 2'!C1:C5)
    =SERIESSUM(2,0,1,'Data 2'!C1:C4)
    =ROMAN(1999)
    =_xlfn.BASE(255,16)
  `),
  statistics: all(`
    =COUNTA(Ledger!A1:H31)
    =COUNT(Ledger!A1:G31)
    =COUNTBLANK(Ledger!A1:H31)
    =AVERAGE(Ledger!F2:F31)
    =AVERAGEA(Ledger!F2:F31)
    =MAX(Ledger!E2:E31)
    =MIN(Ledger!E2:E31)
    =MAX(Ledger!A2:A5)
    =MEDIAN(Ledger!E2:E31)
    =MEDIAN('Data 2'!C1:C9)
    =MODE('Data 2'!C2:C9)
    =STDEV(Ledger!E2:E31)
    =_xlfn.STDEV.P(Ledger!E2:E31)
    =VAR(Ledger!E2:E31)
    =_xlfn.VAR.P(Ledger!E2:E31)
    =DEVSQ('Data 2'!A1:A10)
    =AVEDEV('Data 2'!A1:A10)
    =GEOMEAN('Data 2'!A1:A10)
    =HARMEAN('Data 2'!A1:A10)
    =LARGE(Ledger!E2:E31,3)
    =SMALL(Ledger!E2:E31,5)
    =PERCENTILE(Ledger!E2:E31,0.9)
    =_xlfn.PERCENTILE.EXC(Ledger!E2:E31,0.25)
    =QUARTILE(Ledger!E2:E31,1)
    =_xlfn.QUARTILE.EXC(Ledger!E2:E31,3)
    =RANK(20,'Data 2'!A1:A10)
    =RANK(20,'Data 2'!A1:A10,1)
    =_xlfn.RANK.AVG(5,'Data 2'!C1:C10)
    =CORREL('Data 2'!A1:A10,'Data 2'!C1:C10)
    =SLOPE('Data 2'!A1:A10,'Data 2'!C1:C10)
    =INTERCEPT('Data 2'!A1:A10,'Data 2'!C1:C10)
    =RSQ('Data 2'!A1:A10,'Data 2'!C1:C10)
    =FORECAST(4,'Data 2'!A1:A10,'Data 2'!C1:C10)
    =COVAR('Data 2'!A1:A10,'Data 2'!C1:C10)
    =STEYX('Data 2'!A1:A10,'Data 2'!C1:C10)
    =SKEW('Data 2'!A1:A10)
    =KURT('Data 2'!A1:A10)
    =NORMDIST(1,0.5,2,TRUE)
    =NORMSDIST(1.2)
    =TRIMMEAN('Data 2'!A1:A10,0.2)
    =SUBTOTAL(9,Ledger!E2:E31)
    =SUBTOTAL(101,Ledger!E2:E31)
    =SUBTOTAL(3,Ledger!A2:A31)
    =_xlfn.AGGREGATE(14,6,Ledger!E2:E31,2)
    =_xlfn.AGGREGATE(9,4,Ledger!E2:E31)
  `),
  criteria: all(`
    =SUMIF(Ledger!A2:A31,"Acme",Ledger!E2:E31)
    =SUMIF(Ledger!E2:E31,">120")
    =SUMIF(Ledger!A2:A31,"<>Acme",Ledger!E2:E31)
    =SUMIF(Ledger!A2:A31,"*e*",Ledger!E2:E31)
    =SUMIF(Ledger!A2:A31,"?elta",Ledger!E2:E31)
    =SUMIF(Ledger!E2:E31,"<="&AVERAGE(Ledger!E2:E31),Ledger!F2:F31)
    =SUMIFS(Ledger!E2:E31,Ledger!A2:A31,"Borealis",Ledger!G2:G31,"USD")
    =SUMIFS(Ledger!E:E,Ledger!A:A,"Cygnus",Ledger!E:E,">=110")
    =SUMIFS(Ledger!E2:E31,Ledger!D2:D31,">="&DATE(2019,3,1),Ledger!D2:D31,"<"&DATE(2019,4,1))
    =COUNTIF(Ledger!A2:A31,"acme")
    =COUNTIF(Ledger!F2:F31,0)
    =COUNTIF(Ledger!F2:F31,">0")
    =COUNTIF(Ledger!H2:H31,TRUE)
    =COUNTIF(Ledger!H2:H31,"Text~*")
    =COUNTIF(Ledger!H2:H31,"~?")
    =COUNTIF(Ledger!A2:A31,"<C")
    =COUNTIFS(Ledger!A2:A31,"Delta",Ledger!E2:E31,">120")
    =COUNTIFS(Ledger!A2:A31,"Nobody")
    =AVERAGEIF(Ledger!A2:A31,"Acme",Ledger!E2:E31)
    =AVERAGEIFS(Ledger!E2:E31,Ledger!G2:G31,"CAD",Ledger!E2:E31,"<140")
    =AVERAGEIF(Ledger!A2:A31,"Nobody",Ledger!E2:E31)
    =_xlfn.MAXIFS(Ledger!E2:E31,Ledger!A2:A31,"Delta")
    =_xlfn.MINIFS(Ledger!E2:E31,Ledger!A2:A31,"Delta",Ledger!G2:G31,"USD")
    =_xlfn.MAXIFS(Ledger!E2:E31,Ledger!A2:A31,"Nobody")
  `),
  lookup: all(`
    =VLOOKUP("INV-1005",Ledger!B2:E31,4,FALSE)
    =VLOOKUP("inv-1007",Ledger!B2:E31,2,0)
    =VLOOKUP("none",Ledger!B2:E31,2,0)
    =VLOOKUP(45,'Data 2'!A1:B10,2)
    =VLOOKUP(0,'Data 2'!A1:B10,2)
    =VLOOKUP(1000,'Data 2'!A1:B10,2,TRUE)
    =VLOOKUP("ch*",'Data 2'!B1:C10,2,0)
    =HLOOKUP("Amount",Ledger!A1:H31,5,FALSE)
    =HLOOKUP("Due",Ledger!A1:H3,2,0)
    =MATCH("INV-1010",Ledger!B2:B31,0)
    =MATCH(45,'Data 2'!A1:A10)
    =MATCH(90,'Data 2'!A1:A10,1)
    =MATCH("d*",'Data 2'!B1:B10,0)
    =MATCH("none",'Data 2'!B1:B10,0)
    =MATCH(5,{9,7,5,3},-1)
    =INDEX(Ledger!A1:H31,3,5)
    =INDEX(Ledger!E2:E31,7)
    =SUM(INDEX(Ledger!A1:H31,0,5))
    =INDEX(Ledger!E2:E31,MATCH("INV-1012",Ledger!B2:B31,0))
    =SUM(Ledger!E2:INDEX(Ledger!E2:E31,5))
    =LOOKUP(50,'Data 2'!A1:A10,'Data 2'!B1:B10)
    =LOOKUP(2,1/(Ledger!A2:A31="Cygnus"),Ledger!B2:B31)
    =LOOKUP("cz",'Data 2'!B1:B10)
    =CHOOSE(2,"a","b","c")
    =SUM(CHOOSE(2,Ledger!E2:E5,Ledger!F2:F5))
    =SUM(OFFSET(Ledger!E1,1,0,5,1))
    =OFFSET(Ledger!A1,2,1)
    =SUM(INDIRECT("Ledger!E2:E6"))
    =INDIRECT("'Data 2'!B"&3)
    =ROW(Ledger!B7)
    =COLUMN(Ledger!D1)
    =ROWS(Ledger!A2:C31)
    =COLUMNS(Ledger!A2:C31)
    =ADDRESS(3,28)
    =ADDRESS(3,2,4)
    =SUM(INDEX(Ledger!A1:G31,4,0))
    =AREAS((Ledger!A1,Ledger!B2:C3))
    =COUNTA(Ledger!A1:INDEX(Ledger!A:A,4))
  `),
  logic: all(`
    =IF(1>2,"yes","no")
    =IF(Ledger!F2>0,1)
    =IF("TRUE","y","n")
    =IF(0,1/0,"safe")
    =AND(TRUE,1,Ledger!E2>0)
    =AND(Ledger!H4,TRUE)
    =OR(FALSE,0,Ledger!E2<0)
    =_xlfn.XOR(TRUE,TRUE,TRUE)
    =NOT(0)
    =IFERROR(1/0,"e")
    =IFERROR(5,"e")
    =_xlfn.IFNA(MATCH("q",'Data 2'!B1:B10,0),"none")
    =_xlfn.IFNA(3,4)
    =_xlfn.IFS(FALSE,1,TRUE,2)
    =_xlfn.SWITCH(3,1,"a",3,"c","else")
    =_xlfn.SWITCH(9,1,"a",3,"c","else")
    =IF(Ledger!D2<DATE(2019,3,1),"overdue","due")
    =IF(AND(Ledger!E2>100,OR(Ledger!G2="USD",Ledger!G2="CAD")),ROUND(Ledger!E2*1.13,2),0)
    =ISNUMBER(Ledger!E2)
    =ISTEXT(Ledger!A2)
    =ISBLANK(Ledger!F4)
    =ISERROR(1/0)
    =ISERR(NA())
    =ISNA(NA())
    =ISLOGICAL(Ledger!H4)
    =ISEVEN(4)
    =ISODD(4)
    =ISREF(Ledger!A1)
    =ISNONTEXT(5)
    =TYPE("a")
    =TYPE(1)
    =ERROR.TYPE(1/0)
    =ERROR.TYPE(NA())
    =N("x")
    =N(TRUE)
    =T(5)
    =T("x")
    =_xlfn.ISFORMULA(Ledger!A1)
  `),
  text: all(`
    =LEFT("receivable",4)
    =RIGHT("receivable",4)
    =MID("receivable",3,5)
    =MID("abc",5,2)
    =LEN('Data 2'!D1)
    =LEN('Data 2'!D2)
    =LEFT('Data 2'!D2,2)
    =FIND("c","abcabc")
    =FIND("c","abcabc",4)
    =FIND("z","abc")
    =SEARCH("B","abc")
    =SEARCH("?c","abc")
    =SUBSTITUTE('Data 2'!D4,"-","+")
    =SUBSTITUTE('Data 2'!D4,"-","+",2)
    =REPLACE("abcdef",2,3,"X")
    =TRIM('Data 2'!D1)
    =UPPER("abc ä")
    =LOWER("ABC")
    =PROPER('Data 2'!D3)
    =EXACT("a","A")
    =REPT("ab",3)
    =CHAR(65)
    =CODE("a")
    =_xlfn.CONCAT('Data 2'!B1:B3)
    =_xlfn.TEXTJOIN("; ",TRUE,'Data 2'!B1:B4,"",Ledger!F4)
    =TEXT(1234.567,"#,##0.00")
    =TEXT(0.256,"0.0%")
    =TEXT(43539,"yyyy-mm-dd")
    =TEXT(0.75,"hh:mm")
    =TEXT(-5,"0;(0)")
    =TEXT(7,"000")
    =VALUE("12.5")
    =VALUE("25%")
    =VALUE("x")
    =VALUE("1,234.5")
    =_xlfn.UNICHAR(8364)
    =_xlfn.UNICODE("€")
    =CLEAN("a"&CHAR(10)&"b")
    =FIXED(1234.567,1)
    =_xlfn.NUMBERVALUE("1.234,5",",",".")
    =LEN("")
    =HYPERLINK("http://example.com","go")
  `),
  dates: all(`
    =DATE(2019,2,29)
    =DATE(2019,14,1)
    =DATE(2019,1,0)
    =YEAR(43539)
    =MONTH(43539)
    =DAY(43539)
    =YEAR("2019-03-15")
    =WEEKDAY(43539)
    =WEEKDAY(43539,2)
    =WEEKDAY(43539,3)
    =WEEKNUM(43539)
    =WEEKNUM(43539,2)
    =_xlfn.ISOWEEKNUM(43466)
    =EDATE(43496,1)
    =EDATE(43539,-2)
    =EOMONTH(43539,0)
    =EOMONTH(43539,-1)
    =DATEDIF(43466,43539,"d")
    =DATEDIF(43466,43900,"m")
    =DATEDIF(43466,43900,"y")
    =DATEDIF(43466,43900,"ym")
    =_xlfn.DAYS(43539,43466)
    =DAYS360(43466,43539)
    =DAYS360(43496,43524)
    =YEARFRAC(43466,43539)
    =YEARFRAC(43466,43539,2)
    =YEARFRAC(43466,43539,3)
    =YEARFRAC(43466,43539,4)
    =NETWORKDAYS(43466,43539)
    =NETWORKDAYS(43466,43539,Ledger!C2:C4)
    =NETWORKDAYS.INTL(43466,43539,11)
    =WORKDAY(43466,10)
    =WORKDAY(43466,-5)
    =WORKDAY.INTL(43466,10,7)
    =HOUR(0.73)
    =MINUTE(0.73)
    =SECOND(0.7301)
    =TIME(13,30,15)
    =DATEVALUE("2019-03-15")
    =TIMEVALUE("06:30")
    =MAX(0,DATE(2019,4,30)-Ledger!D5)
    =INT((DATE(2019,4,30)-Ledger!C7)/30)
  `),
  distributions: all(`
    =ACOSH(2)
    =ASINH(1)
    =ATANH(0.5)
    =COSH(1)
    =SINH(1)
    =TANH(1)
    =_xlfn.COT(1)
    =_xlfn.SEC(1)
    =FACTDOUBLE(7)
    =FISHER(0.5)
    =FISHERINV(0.5)
    =GAMMALN(4.5)
    =_xlfn.GAMMA(4.5)
    =NORMSINV(0.9)
    =_xlfn.NORM.S.DIST(1.2,TRUE)
    =_xlfn.NORM.S.DIST(1.2,FALSE)
    =_xlfn.NORM.INV(0.9,1,2)
    =STANDARDIZE(5,3,2)
    =CONFIDENCE(0.05,2,30)
    =_xlfn.PHI(0.5)
    =_xlfn.GAUSS(0.5)
    =ERF(1)
    =ERFC(1)
    =SQRTPI(2)
    =_xlfn.BINOM.DIST(3,10,0.4,TRUE)
    =_xlfn.BINOM.DIST(3,10,0.4,FALSE)
    =_xlfn.BINOM.INV(10,0.4,0.6)
    =_xlfn.POISSON.DIST(2,3,TRUE)
    =_xlfn.EXPON.DIST(1,2,TRUE)
    =_xlfn.WEIBULL.DIST(1,2,3,TRUE)
    =_xlfn.GAMMA.DIST(2,3,1,TRUE)
    =_xlfn.LOGNORM.DIST(2,0.5,1,TRUE)
    =_xlfn.T.DIST(1.5,8,TRUE)
    =_xlfn.T.DIST.2T(1.5,8)
    =ROUND(_xlfn.T.INV.2T(0.1,8),7)
    =_xlfn.CHISQ.DIST(3,4,TRUE)
    =CHIDIST(3,4)
    =_xlfn.CHISQ.INV(0.5,4)
    =ROUND(_xlfn.F.DIST(2,5,8,TRUE),8)
    =ROUND(FDIST(2,5,8),8)
    =TDIST(1.5,8,1)
    =_xlfn.T.DIST(-1.5,8,FALSE)
    =LOGNORMDIST(2,0.5,1)
    =_xlfn.GAMMA(-1.5)
    =ROUND(_xlfn.CONFIDENCE.T(0.05,2,30),6)
    =CRITBINOM(10,0.4,0.6)
    =ROUND(_xlfn.CHISQ.INV.RT(0.05,4),8)
    =DEC2OCT(64)
    =DEC2HEX(-5)
    =HEX2BIN("F")
    =_xlfn.ACOT(2)
    =_xlfn.ERF.PRECISE(0.5)
    =_xlfn.LOGNORM.INV(0.3,0.5,1)
    =_xlfn.GAMMA.INV(0.3,2,1)
    =_xlfn.PERMUTATIONA(4,3)
    =_xlfn.BETA.DIST(0.4,2,3,TRUE,0,1)
    =_xlfn.HYPGEOM.DIST(1,4,8,20,TRUE)
    =_xlfn.NEGBINOM.DIST(2,3,0.4,FALSE)
    =BIN2DEC("1010")
    =DEC2BIN(10)
    =DEC2HEX(255,4)
    =HEX2DEC("FF")
    =OCT2DEC("17")
    =_xlfn.BITAND(12,10)
    =_xlfn.BITXOR(12,10)
    =_xlfn.BITLSHIFT(3,2)
    =CONVERT(10,"km","m")
    =DELTA(5,5)
    =GESTEP(5,4)
    =_xlfn.COMBINA(4,3)
    =MULTINOMIAL(2,3,4)
    =SUMXMY2('Data 2'!A1:A5,'Data 2'!C1:C5)
    =PROB({1,2,3},{0.2,0.3,0.5},2,3)
    =_xlfn.ARABIC("MCMXCIX")
    =_xlfn.DECIMAL("FF",16)
    =DOLLARDE(1.02,16)
    =DOLLARFR(1.125,16)
    =MIRR({-1000;300;400;500},0.1,0.12)
    =CUMIPMT(0.01,12,1000,1,3,0)
    =CUMPRINC(0.01,12,1000,1,3,0)
    =_xlfn.PDURATION(0.05,1000,2000)
    =_xlfn.RRI(10,1000,2000)
    =FVSCHEDULE(1000,{0.1,0.05})
    =TREND('Data 2'!A1:A5,'Data 2'!C1:C5,7)
    =ZTEST('Data 2'!C1:C10,3)
    =VARA(Ledger!E2:E31)
    =STDEVPA(Ledger!E2:E31)
    =_xlfn.SKEW.P('Data 2'!A1:A10)
    =_xlfn.PERCENTRANK.EXC('Data 2'!A1:A9,10,6)
  `),
  finance: all(`
    =PMT(0.05/12,36,10000)
    =FV(0.04,10,-100)
    =PV(0.05,5,-1000)
    =NPER(0.01,-100,1000)
    =ROUND(RATE(36,-300,10000),9)
    =IPMT(0.05/12,3,36,10000)
    =PPMT(0.05/12,3,36,10000)
    =NPV(0.1,100,200,300)
    =IRR({-1000;300;400;500})
    =XNPV(0.1,{-1000;600;600},{43466;43646;43831})
    =SLN(1000,100,5)
    =EFFECT(0.05,4)
    =NOMINAL(0.05,4)
    =DB(10000,1000,5,1)
    =DDB(10000,1000,5,2)
    =SYD(10000,1000,5,2)
  `),
  names: all(`
    =Amounts
    =SUM(Amounts)
    =AsOf-Ledger!D2
    =SUM(Ledger!E2:E31)*Rate
    =MAX(Amounts)*Rate
    =IF(AsOf>Ledger!D3,AsOf-Ledger!D3,"")
    =SUM(T_Ledger[Amount])
    =SUMIFS(T_Ledger[Amount],T_Ledger[Customer],"Delta")
    =COUNTA(T_Ledger[[#Headers],[Customer]:[Currency]])
    =ROWS(T_Ledger[[#All],[Amount]])
    =SUM(T_Ledger[[Amount]:[Received]])
    =INDEX(T_Ledger[Document],3)
    =SUMPRODUCT((T_Ledger[Currency]="CAD")*T_Ledger[Amount])
  `).slice(1),
};

/** Array formulas with the area they fill, in the sheet `Arrays`. */
export const JUDGED_ARRAYS: readonly (readonly [area: string, formula: string])[] = [
  ['A1:A5', '=TRANSPOSE({1,2,3,4,5})'],
  ['B1:B10', "='Data 2'!A1:A10*2"],
  ['C1:C10', "=IF('Data 2'!A1:A10>20,'Data 2'!A1:A10,0)"],
  ['D1:D5', "=FREQUENCY('Data 2'!A1:A10,{5;20;60;90})"],
  ['E1:F2', '=MMULT({1,2;3,4},{5,6;7,8})'],
  ['G1:G10', "=LEN('Data 2'!B1:B10)&\"-\"&'Data 2'!B1:B10"],
  ['H1:H5', '=ROW(Ledger!A2:A6)'],
  ['I1:K1', '={1,2,3}^2'],
  ['L1:L3', '=SUMIF(Ledger!A2:A31,{"Acme";"Delta";"None"},Ledger!E2:E31)'],
  ['M1:M3', '=IFERROR(1/{1;0;4},"x")'],
  ['N1:P3', '={1;2;3}*{10,20,30}'],
  ['Q1:Q3', "=LARGE('Data 2'!C1:C10,{1;2;3})"],
];
